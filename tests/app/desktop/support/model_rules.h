#pragma once

#include <QAbstractItemModelTester>
#include <concepts>

namespace mmm::test {

/// From now on the test ends where the model breaks a rule of Qt's models. Models are named by their class,
/// so that tst_model_rules sees which of them are looked at.
template<std::derived_from<QAbstractItemModel> Model>
void keepsRules(Model* model)
{
    new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::Fatal, model);
}

} // namespace mmm::test
