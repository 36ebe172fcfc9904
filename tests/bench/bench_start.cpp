// How long mesh-desktop takes from its start to a window that shows the entries and takes input, seen from
// outside: the first start shows what the settled window looks like; every further one is timed until the
// list on the screen looks like that, and then until a pressed key has changed it. Needs a display of its own
// (xcb) and xdotool. A table, or JSON with --json.

#include "bench/figures.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QImage>
#include <QPixmap>
#include <QProcess>
#include <QScreen>
#include <QThread>

using namespace mmm;
using namespace mmm::bench;

namespace {

constexpr double patience = 120; // seconds
/// Between two looks: often enough for the figure, seldom enough to leave the processor to the program.
constexpr unsigned long betweenLooks = 8; // milliseconds
/// So long without a change is settled.
constexpr double calm = 2.5; // seconds

[[noreturn]] void giveUp(const char* reason)
{
    std::fprintf(stderr, "bench_start: %s\n", reason);
    std::exit(1);
}

QImage screen()
{
    return QGuiApplication::primaryScreen()->grabWindow(0).toImage().convertToFormat(QImage::Format_RGB32);
}

/// The share of pixels that differ.
double difference(const QImage& a, const QImage& b, const QRect& part)
{
    if (a.size() != b.size())
        return 1;
    int count = 0;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        const auto* lineA = reinterpret_cast<const QRgb*>(a.constScanLine(y));
        const auto* lineB = reinterpret_cast<const QRgb*>(b.constScanLine(y));
        for (int x = part.left(); x <= part.right(); ++x)
            count += int(lineA[x] != lineB[x]);
    }
    return double(count) / (double(part.width()) * part.height());
}

/// One run of the program.
class Desktop
{
public:
    Desktop(const QString& program, const QString& folder)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_start = Stopwatch::now();
        m_process.start(program, {QStringLiteral("--data-folder"), folder});
    }
    ~Desktop()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(10000)) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }
    [[nodiscard]] double seconds() const { return secondsSince(m_start); }
    /// Of the process so far, in seconds and MiB.
    [[nodiscard]] double processorSeconds() const
    {
        QFile stat(QStringLiteral("/proc/%1/stat").arg(m_process.processId()));
        if (!stat.open(QFile::ReadOnly))
            return 0;
        const QList<QByteArray> fields = stat.readAll().split(')').last().trimmed().split(' ');
        return (fields.value(11).toDouble() + fields.value(12).toDouble()) / 100;
    }
    [[nodiscard]] double peakMib() const
    {
        QFile status(QStringLiteral("/proc/%1/status").arg(m_process.processId()));
        if (!status.open(QFile::ReadOnly))
            return 0;
        const QByteArray text = status.readAll();
        return text.mid(text.indexOf("VmHWM")).simplified().split(' ').value(1).toDouble() / 1024;
    }
    void check()
    {
        if (m_process.state() == QProcess::NotRunning || seconds() > patience)
            giveUp("mesh-desktop ended, or never showed the list");
        QThread::msleep(betweenLooks);
        QCoreApplication::processEvents();
    }

private:
    QProcess m_process;
    Stopwatch::time_point m_start;
};

/// The list: right of the sidebar, below the search field, left of the entry that is open.
QRect listOf(const QImage& whole)
{
    return {whole.width() * 24 / 100, whole.height() * 30 / 100, whole.width() * 18 / 100,
            whole.height() * 60 / 100};
}

/// What the window looks like once its list no longer changes; elsewhere a caret may blink.
QImage settled(Desktop& desktop, const QImage& empty)
{
    const QRect list = listOf(empty);
    QImage last = empty;
    double since = 0;
    for (;;) {
        desktop.check();
        const QImage now = screen();
        if (difference(now, last, list) > 0) {
            last = now;
            since = desktop.seconds();
        } else if (difference(now, empty, list) > 0.5 && desktop.seconds() - since > calm) {
            return now;
        }
    }
}

/// Presses the keys for a new entry until its form is there. A key that comes before the window manager has
/// given the window the focus is lost, so it is pressed again.
void beginEntry(Desktop& desktop, const QImage& before)
{
    constexpr double again = 1; // seconds
    double pressed = -again;
    while (difference(screen(), before, QRect(QPoint(), before.size())) < 0.005) {
        desktop.check();
        if (desktop.seconds() - pressed < again)
            continue;
        pressed = desktop.seconds();
        QProcess::execute(QStringLiteral("xdotool"), {QStringLiteral("key"), QStringLiteral("ctrl+n")});
    }
}

} // namespace

int main(int argc, char** argv)
{
    const QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({"json", "Print JSON instead of a table."});
    parser.addOption({"desktop", "The program mesh-desktop.", "program"});
    parser.addOption({"data-folder", "Its data, with entries in them.", "folder"});
    parser.addOption({"starts", "Number of starts.", "number", "7"});
    parser.addOption({"picture", "Keep what the settled window looks like.", "file"});
    parser.process(application);
    if (QGuiApplication::platformName() != QLatin1String("xcb") || !parser.isSet("desktop"))
        parser.showHelp(1);
    const QString program = parser.value("desktop");
    const QString folder = parser.value("data-folder");

    const QImage empty = screen();
    QImage reference;
    {
        Desktop desktop(program, folder);
        reference = settled(desktop, empty);
    }
    if (parser.isSet("picture"))
        reference.save(parser.value("picture"));
    const QRect list = listOf(reference);

    std::vector<double> window;
    std::vector<double> rows;
    std::vector<double> processor;
    std::vector<double> input;
    double peak = 0;
    for (int i = 0; i < parser.value("starts").toInt(); ++i) {
        while (screen() != empty)
            QThread::msleep(betweenLooks);
        Desktop desktop(program, folder);
        double first = 0;
        QImage now = screen();
        while (difference(now, reference, list) > 0.01) {
            desktop.check();
            now = screen();
            if (first == 0 && now != empty)
                first = desktop.seconds();
        }
        window.push_back(first);
        rows.push_back(desktop.seconds());
        processor.push_back(desktop.processorSeconds());
        const double pressed = desktop.seconds();
        beginEntry(desktop, now);
        input.push_back((desktop.seconds() - pressed) * 1000);
        peak = std::max(peak, desktop.peakMib());
    }
    Figures figures(argc, argv);
    figures.add("start: window, best (s)", "start to a window, best", quantile(window, 0), "s");
    figures.add("start: rows, best (s)", "start to the list with its rows, best", quantile(rows, 0), "s");
    figures.add("start: rows, median (s)", "  median", quantile(rows, 0.5), "s");
    figures.add("start: processor, best (s)", "  processor time until then, best", quantile(processor, 0),
                "s");
    figures.add("start: key, median (ms)", "a key pressed then is answered after, median",
                quantile(input, 0.5), "ms");
    figures.add("start: peak (MiB)", "peak memory of mesh-desktop", peak, "MiB");
    figures.print();
    return 0;
}
