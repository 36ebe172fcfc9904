#pragma once

#include "encoding/json_writer.h"

#include <QFile>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

/// What the programs of this folder share: time, memory, and how figures are printed.
namespace mmm::bench {

using Stopwatch = std::chrono::steady_clock;

inline double secondsSince(Stopwatch::time_point start)
{
    return std::chrono::duration<double>(Stopwatch::now() - start).count();
}

/// Resident memory of this process ("VmRSS") or its peak ("VmHWM") in MiB; 0 where the system does not say.
inline double residentMib(const char* which)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QFile::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith(which))
            return line.simplified().split(' ').at(1).toDouble() / 1024;
    }
    return 0;
}

/// The value that the given share of all values does not exceed.
inline double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, std::size_t(share * double(values.size())))];
}

/// Named figures: a table, or one flat JSON object with --json.
class Figures
{
public:
    Figures(int argc, char** argv)
        : m_json(std::any_of(argv, argv + argc, [](const char* a) { return std::strcmp(a, "--json") == 0; }))
    {}

    /// `key` is for programs and ends with the unit.
    void add(std::string key, std::string text, double value, std::string unit)
    {
        m_lines.push_back({std::move(key), std::move(text), value, std::move(unit)});
    }

    void print() const
    {
        if (!m_json) {
            for (const Line& line : m_lines)
                std::printf("%-56s %12.2f %s\n", line.text.c_str(), line.value, line.unit.c_str());
            return;
        }
        encoding::JsonWriter writer;
        writer.openObject();
        for (const Line& line : m_lines)
            writer.name(line.key).real(line.value);
        writer.closeObject();
        std::printf("%s\n", std::string(writer.text()).c_str());
    }

private:
    struct Line
    {
        std::string key;
        std::string text;
        double value;
        std::string unit;
    };
    bool m_json;
    std::vector<Line> m_lines;
};

} // namespace mmm::bench
