#pragma once

#include <QTextDocument>
#include <QTextDocumentFragment>

namespace confab {

/// What a person reads in a tool tip, which Qt takes for HTML wherever it looks like that.
inline QString readIn(const QString &toolTip)
{
    return Qt::mightBeRichText(toolTip) ? QTextDocumentFragment::fromHtml(toolTip).toPlainText() : toolTip;
}

/// What a peer may write so that a tool tip opens a file, if it is taken for HTML.
const QString imageTag = QStringLiteral("<img src=\"x\">");

} // namespace confab
