#include "secretinput.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QMetaProperty>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTest>

using mmm::Secret;
using mmm::SharedSecret;
using mmm::controls::SecretInput;

namespace {

SharedSecret secretOf(std::string_view text)
{
    return SharedSecret(Secret(mmm::bytesOf(text)));
}

} // namespace

class TestSecretInput : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void takesKeys();
    void editsInTheMiddle();
    void replacesTheSelection();
    void pasteLeavesOutLineBreaks();
    void copyOnlyAsks();
    void readOnlyStays();
    void setFromOutsideIsNoEdit();
    void keepsAnyText_data();
    void keepsAnyText();
    void isBounded();
    void inputMethodSeesNothing();
    void inputMethodWrites();
    void dotsHideTheText();
    void propertyNamesGiveNothingAway();
    void accessibilityBusSeesAFieldWithoutContents();

private:
    void type(const char* letters);

    std::unique_ptr<QQuickWindow> m_window;
    SecretInput* m_input = nullptr;
};

void TestSecretInput::init()
{
    m_window = std::make_unique<QQuickWindow>();
    m_window->resize(300, 60);
    m_input = new SecretInput(m_window->contentItem());
    m_input->setSize(QSizeF(280, 40));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_input->forceActiveFocus();
}

void TestSecretInput::type(const char* letters)
{
    for (const char* letter = letters; *letter != '\0'; ++letter) {
        QTest::keyClick(m_window.get(), *letter);
    }
}

void TestSecretInput::takesKeys()
{
    QSignalSpy edited(m_input, &SecretInput::edited);
    type("Geheim 1");
    QCOMPARE(m_input->secret().text(), std::string_view("Geheim 1"));
    QCOMPARE(m_input->length(), 8);
    QCOMPARE(edited.count(), 8);
    QSignalSpy accepted(m_input, &SecretInput::accepted);
    QTest::keyClick(m_window.get(), Qt::Key_Return);
    QCOMPARE(accepted.count(), 1);
}

void TestSecretInput::editsInTheMiddle()
{
    m_input->setSecret(secretOf("abcd"));
    QTest::keyClick(m_window.get(), Qt::Key_Left);
    QTest::keyClick(m_window.get(), Qt::Key_Backspace);
    QCOMPARE(m_input->secret().text(), std::string_view("abd"));
    QTest::keyClick(m_window.get(), Qt::Key_Home);
    QTest::keyClick(m_window.get(), Qt::Key_Delete);
    QTest::keyClick(m_window.get(), Qt::Key_X);
    QCOMPARE(m_input->secret().text(), std::string_view("xbd"));
    QTest::keyClick(m_window.get(), Qt::Key_End);
    QTest::keyClick(m_window.get(), Qt::Key_Delete);
    QCOMPARE(m_input->secret().text(), std::string_view("xbd"));
}

void TestSecretInput::replacesTheSelection()
{
    m_input->setSecret(secretOf("abcd"));
    QTest::keyClick(m_window.get(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_Z);
    QCOMPARE(m_input->secret().text(), std::string_view("z"));
    type("yx");
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::ShiftModifier);
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::ShiftModifier);
    QTest::keyClick(m_window.get(), Qt::Key_Delete);
    QCOMPARE(m_input->secret().text(), std::string_view("z"));
}

void TestSecretInput::pasteLeavesOutLineBreaks()
{
    QGuiApplication::clipboard()->setText("one\ntwo\t\x01three");
    QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(m_input->secret().text(), std::string_view("onetwothree"));
}

void TestSecretInput::copyOnlyAsks()
{
    QGuiApplication::clipboard()->setText("before");
    m_input->setSecret(secretOf("secret"));
    QSignalSpy asked(m_input, &SecretInput::copyRequested);
    m_input->selectAll();
    QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_X, Qt::ControlModifier);
    QCOMPARE(asked.count(), 2);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
    QCOMPARE(m_input->secret().text(), std::string_view("secret"));
}

void TestSecretInput::readOnlyStays()
{
    m_input->setSecret(secretOf("secret"));
    m_input->setReadOnly(true);
    type("abc");
    QTest::keyClick(m_window.get(), Qt::Key_Backspace);
    QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(m_input->secret().text(), std::string_view("secret"));
}

void TestSecretInput::setFromOutsideIsNoEdit()
{
    QSignalSpy edited(m_input, &SecretInput::edited);
    QSignalSpy changed(m_input, &SecretInput::secretChanged);
    m_input->setSecret(secretOf("one"));
    m_input->setSecret(secretOf("one"));
    QCOMPARE(edited.count(), 0);
    QCOMPARE(changed.count(), 1);
    m_input->clear();
    QCOMPARE(edited.count(), 1);
    QVERIFY(m_input->secret().empty());
}

void TestSecretInput::keepsAnyText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("ascii") << QByteArray("p4ss word!\"'\\<>");
    QTest::newRow("two octets") << QByteArray("Zwölf äöüß ñ");
    QTest::newRow("three octets") << QByteArray("密码 пароль ₿");
    QTest::newRow("four octets") << QByteArray("🔑🦊");
}

void TestSecretInput::keepsAnyText()
{
    QFETCH(QByteArray, text);
    m_input->setSecret(secretOf({text.constData(), static_cast<std::size_t>(text.size())}));
    const SharedSecret kept = m_input->secret();
    QCOMPARE(QByteArray(kept.text().data(), static_cast<qsizetype>(kept.size())), text);
}

void TestSecretInput::isBounded()
{
    m_input->setSecret(secretOf(std::string(10000, 'x')));
    QCOMPARE(m_input->length(), 4096);
    QTest::keyClick(m_window.get(), Qt::Key_Y);
    QCOMPARE(m_input->length(), 4096);
}

void TestSecretInput::inputMethodSeesNothing()
{
    m_input->setSecret(secretOf("secret"));
    m_input->selectAll();
    for (const Qt::InputMethodQuery query :
         {Qt::ImSurroundingText, Qt::ImCurrentSelection, Qt::ImTextBeforeCursor, Qt::ImTextAfterCursor,
          Qt::ImAbsolutePosition}) {
        QVERIFY(!m_input->inputMethodQuery(query).toString().contains("secret"));
    }
    const int hints = m_input->inputMethodQuery(Qt::ImHints).toInt();
    QVERIFY(hints & Qt::ImhHiddenText);
    QVERIFY(hints & Qt::ImhSensitiveData);
}

void TestSecretInput::inputMethodWrites()
{
    QInputMethodEvent event;
    event.setCommitString(QStringLiteral("é密"));
    QGuiApplication::sendEvent(m_input, &event);
    QCOMPARE(m_input->length(), 2);
}

void TestSecretInput::dotsHideTheText()
{
    m_input->setSecret(secretOf("MMMMMM"));
    const QImage first = m_window->grabWindow();
    m_input->setSecret(secretOf("iiiiii"));
    QCOMPARE(m_window->grabWindow(), first);
    m_input->setRevealed(true);
    QVERIFY(m_window->grabWindow() != first);
}

// The accessibility bridge reads an item's properties by name, "text" above all.
void TestSecretInput::propertyNamesGiveNothingAway()
{
    m_input->setSecret(secretOf("secret"));
    m_input->setRevealed(true);
    const QMetaObject* type = m_input->metaObject();
    for (int index = 0; index < type->propertyCount(); ++index) {
        const QVariant value = type->property(index).read(m_input);
        QVERIFY2(!value.toString().contains("secret"), type->property(index).name());
    }
    QVERIFY(!m_input->property("text").isValid());
}

void TestSecretInput::accessibilityBusSeesAFieldWithoutContents()
{
    QAccessible::setActive(true);
    QQmlEngine engine;
    engine.addImportPath(":/qt/qml");
    QQmlComponent component(&engine);
    component.setData("import Mesh.Controls\nSecretEntry { label: 'Password'; revealed: true }", QUrl());
    const std::unique_ptr<QObject> object(component.create());
    auto* entry = qobject_cast<QQuickItem*>(object.get());
    QVERIFY2(entry != nullptr, qPrintable(component.errorString()));
    entry->setParentItem(m_window->contentItem());
    auto* input = entry->findChild<SecretInput*>();
    QVERIFY(input != nullptr);
    input->setSecret(secretOf("secret"));

    QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(input);
    QVERIFY(interface != nullptr);
    QCOMPARE(interface->text(QAccessible::Name), QStringLiteral("Password"));
    QCOMPARE(interface->role(), QAccessible::EditableText);
    for (const QAccessible::Text kind :
         {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help}) {
        QVERIFY(!interface->text(kind).contains("secret"));
    }
    if (QAccessibleTextInterface* text = interface->textInterface()) {
        QVERIFY(!text->text(0, 100).contains("secret"));
    }
}

QTEST_MAIN(TestSecretInput)
#include "tst_secretinput.moc"
