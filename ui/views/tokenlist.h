#pragma once

#include <QStringList>
#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;

namespace confab {

class FlowLayout;

/// A short list of short texts that can be added to and taken from: each is a button that removes itself,
/// behind them a field for one more. Knows nothing of what they mean.
class TokenList : public QWidget
{
    Q_OBJECT
public:
    explicit TokenList(QWidget *parent = nullptr);

    QStringList tokens() const { return m_tokens; }
    /// Emits nothing.
    void setTokens(const QStringList &tokens);
    /// Turns what was typed into the token to add, or into an empty string if it cannot be one.
    void setReader(std::function<QString(const QString &)> reader);
    /// Words of the field, of the sentence shown when what was typed is no token, and of a button's tool tip
    /// ("Remove %1").
    void setWords(const QString &placeholder, const QString &complaint, const QString &removal);
    /// Adds what is typed in the field, if anything, as Return does.
    void add();
    QLineEdit *field() const { return m_field; }

Q_SIGNALS:
    void tokensChanged(const QStringList &tokens);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void remove(const QString &token);
    void rebuild();

    QStringList m_tokens;
    std::function<QString(const QString &)> m_reader;
    QString m_removal = QStringLiteral("%1");
    FlowLayout *m_flow;
    QLineEdit *m_field;
    QLabel *m_complaint;
};

} // namespace confab
