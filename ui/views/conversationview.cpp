#include "ui/views/conversationview.h"

#include "core/chat/roommessage.h"
#include "core/traffic/trafficrecord.h"
#include "ui/models/conversationmodel.h"
#include "ui/text/payloadtext.h"
#include "ui/text/sizetext.h"
#include "ui/text/timetext.h"
#include "ui/views/avatar.h"
#include "ui/views/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace confab {

namespace {

constexpr auto groupSpan = 5min;
constexpr int avatarSize = 4 * theme::unit;
constexpr qsizetype maxShownName = 120; ///< with what is shown by number in it
constexpr int textIndent = avatarSize + theme::unit * 3 / 2;

enum BlockProperty {
    HeadingAuthorId = QTextFormat::UserProperty + 1, ///< of a heading: whose avatar stands beside it
    HeadingAuthorName,
};

/// In one line, whatever is in it: a heading is one block, and so is a line about coming and going.
QString shownName(const RoomMessage &message)
{
    return oneLine(message.author.name, maxShownName);
}

} // namespace

ConversationView::ConversationView(ConversationModel &model, QWidget *parent)
    : QTextEdit(parent)
    , m_model(model)
{
    setObjectName(u"conversation"_s);
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    document()->setDocumentMargin(theme::paneMargin);
    setTabStopDistance(4 * theme::unit);
    connect(&model, &QAbstractItemModel::modelReset, this, &ConversationView::rebuild);
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { appendRows(first, last); });
    connect(&model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { removeRows(last - first + 1); });
    rebuild();
}

bool ConversationView::isAtEnd() const
{
    const QScrollBar *bar = verticalScrollBar();
    return bar->value() >= bar->maximum() - 2 * theme::unit;
}

void ConversationView::scrollToEnd()
{
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

template <typename Change>
void ConversationView::keepPlace(Change change)
{
    const bool follow = isAtEnd();
    // A cursor stays with its text whatever comes or goes before it.
    const QTextCursor anchor = cursorForPosition(QPoint(viewport()->width() / 2, theme::unit));
    const int before = cursorRect(anchor).top();
    change();
    if (follow)
        scrollToEnd();
    else
        verticalScrollBar()->setValue(verticalScrollBar()->value() + cursorRect(anchor).top() - before);
}

void ConversationView::rebuild()
{
    m_rows.clear();
    document()->clear();
    if (m_model.rowCount() > 0)
        appendRows(0, m_model.rowCount() - 1);
}

void ConversationView::restyle()
{
    const bool follow = isAtEnd();
    // Blocks have the same numbers afterwards: neither words nor colours decide which there are.
    const auto top = [this](int block) {
        return qRound(
            document()->documentLayout()->blockBoundingRect(document()->findBlockByNumber(block)).top());
    };
    const int read = cursorForPosition(QPoint(viewport()->width() / 2, theme::unit)).blockNumber();
    const int scrolled = verticalScrollBar()->value() - top(read);
    rebuild();
    if (!follow)
        verticalScrollBar()->setValue(top(read) + scrolled);
}

void ConversationView::appendRows(int first, int last)
{
    keepPlace([this, first, last] {
        QTextCursor cursor(document());
        cursor.beginEditBlock();
        for (int row = first; row <= last; ++row)
            appendMessage(row);
        cursor.endEditBlock();
    });
}

void ConversationView::removeRows(int count)
{
    keepPlace([this, count] {
        QTextCursor cursor(document());
        cursor.beginEditBlock();
        for (int i = 0; i < count && !m_rows.empty(); ++i) {
            const bool nextContinues =
                m_rows.size() > 1 && m_rows.front().hasHeading && m_rows[1].isSaid && !m_rows[1].hasHeading;
            const bool hadHeading = m_rows.front().hasHeading;
            m_rows.pop_front();
            cursor.movePosition(QTextCursor::Start);
            if (nextContinues) {
                // The heading stays, for those that are left of the group.
                m_rows.front().hasHeading = true;
                cursor.movePosition(QTextCursor::NextBlock);
            }
            const int blocks = hadHeading && !nextContinues ? 2 : 1;
            cursor.movePosition(QTextCursor::NextBlock, QTextCursor::KeepAnchor, blocks);
            if (m_rows.empty())
                cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
            cursor.removeSelectedText();
        }
        cursor.endEditBlock();
    });
}

bool ConversationView::startsGroup(int row) const
{
    const RoomMessage &message = m_model.message(row);
    if (row == 0)
        return true;
    const RoomMessage &before = m_model.message(row - 1);
    return !before.isSaid() || before.author != message.author || before.room != message.room ||
           message.time - before.time > std::chrono::milliseconds(groupSpan).count();
}

void ConversationView::appendMessage(int row)
{
    const RoomMessage &message = m_model.message(row);
    const bool said = message.isSaid();
    const bool heading = said && startsGroup(row);
    if (heading)
        appendHeading(message);

    QTextBlockFormat block;
    QTextCharFormat text;
    block.setLeftMargin(textIndent);
    block.setLineHeight(115, QTextBlockFormat::ProportionalHeight);
    if (said) {
        block.setTopMargin(2);
    } else {
        text.setFont(captionFont());
        text.setForeground(secondaryText(palette()));
        block.setTopMargin(theme::unit);
        block.setBottomMargin(theme::halfUnit);
    }
    if (message.kind == RoomMessage::Kind::Binary)
        text.setForeground(secondaryText(palette()));
    const ShownText shown = body(message);
    QTextCursor cursor = appendBlock(block, text);
    cursor.insertText(shown.text, text);
    if (shown.leftOut > 0) {
        text.setFont(captionFont());
        text.setForeground(secondaryText(palette()));
        cursor.insertText(QChar(QChar::LineSeparator) +
                              tr("… and %Ln more character(s). Wire keeps the first %1 of a message.",
                                 "shown below a long message", int(shown.leftOut))
                                  .arg(shortSizeText(TrafficRecord::maxKeptPayload)),
                          text);
    }
    m_rows.push_back({heading, said});
}

QTextCursor ConversationView::appendBlock(const QTextBlockFormat &block, const QTextCharFormat &text)
{
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    // A document is never without a block: the first one is there already.
    if (document()->isEmpty() && m_rows.empty())
        cursor.setBlockFormat(block);
    else
        cursor.insertBlock(block, text);
    return cursor;
}

void ConversationView::appendHeading(const RoomMessage &message)
{
    const QString authorName = message.author.id == ownAuthor ? tr("Host") : shownName(message);
    QTextBlockFormat block;
    block.setLeftMargin(textIndent);
    block.setTopMargin(2 * theme::unit);
    block.setProperty(HeadingAuthorId, message.author.id);
    block.setProperty(HeadingAuthorName, authorName);
    QTextCharFormat name;
    name.setFontWeight(QFont::DemiBold);
    name.setForeground(message.author.id == ownAuthor ? palette().color(QPalette::Link)
                                                      : palette().color(QPalette::Text));
    QTextCharFormat time;
    time.setFont(captionFont());
    time.setForeground(secondaryText(palette()));
    time.setToolTip(dateTimeText(message.time * 1000));

    QTextCursor cursor = appendBlock(block, name);
    cursor.insertText(authorName, name);
    cursor.insertText(u"   "_s + shortTimeText(message.time), time);
}

ShownText ConversationView::body(const RoomMessage &message)
{
    switch (message.kind) {
    case RoomMessage::Kind::Text: {
        // One message is one block, however many lines it has.
        ShownText shown = withNamedControls(message.text, maxShownLength);
        for (const QChar breaks : {QChar(u'\n'), QChar(QChar::ParagraphSeparator)})
            shown.text.replace(breaks, QChar(QChar::LineSeparator));
        if (shown.text.isEmpty())
            shown.text = u" "_s;
        return shown;
    }
    case RoomMessage::Kind::Binary:
        return {tr("sent binary data, %1").arg(sizeText(quint64(message.binary.size())))};
    case RoomMessage::Kind::Joined:
        return {tr("%1 joined · %2").arg(shownName(message), shortTimeText(message.time))};
    case RoomMessage::Kind::Left:
        return {tr("%1 left · %2").arg(shownName(message), shortTimeText(message.time))};
    }
    Q_UNREACHABLE();
}

void ConversationView::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        restyle();
}

void ConversationView::paintEvent(QPaintEvent *event)
{
    QTextEdit::paintEvent(event);
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const int scrolled = verticalScrollBar()->value();
    // An avatar hangs below its heading, which may be out of sight.
    QTextBlock block = cursorForPosition(QPoint(0, 0)).block();
    if (block.previous().isValid())
        block = block.previous();
    for (; block.isValid(); block = block.next()) {
        const QRectF place = document()->documentLayout()->blockBoundingRect(block).translated(0, -scrolled);
        if (place.top() > viewport()->height())
            break;
        const QTextBlockFormat format = block.blockFormat();
        if (!format.hasProperty(HeadingAuthorName))
            continue;
        const quint64 author = format.property(HeadingAuthorId).toULongLong();
        drawAvatar(painter, {theme::paneMargin, place.top() + 2, avatarSize, avatarSize},
                   author == ownAuthor ? palette().color(QPalette::Active, QPalette::Highlight)
                                       : avatarColor(author),
                   format.property(HeadingAuthorName).toString());
    }
    if (m_rows.empty()) {
        painter.setPen(secondaryText(palette()));
        painter.setFont(this->font());
        painter.drawText(viewport()->rect().adjusted(3 * theme::unit, 0, -3 * theme::unit, 0),
                         Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Nothing has been said yet. What people say in the room appears here."));
    }
}

void ConversationView::resizeEvent(QResizeEvent *event)
{
    const bool follow = isAtEnd();
    QTextEdit::resizeEvent(event);
    if (follow)
        scrollToEnd();
}

} // namespace confab
