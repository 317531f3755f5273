#pragma once

#include "ui/models/trafficrows.h"

#include <QString>

#include <functional>

namespace confab {

/// How records are put into a file.
struct RecordFormat
{
    QByteArray heading; ///< before the first record; may be empty
    /// What stands for a record, with its line end. Called for each one, in order, in the thread that writes.
    std::function<QByteArray(const TrafficRecord &)> entry;
};

/// Why a file of records is not there, or not as it should be.
enum class RecordFileProblem {
    None,
    Cancelled,
    NoFolder,   ///< the folder is not there
    NotAllowed, ///< the system does not allow to write there
    NoRoom,     ///< the disk, or the share of it that one may use, is full
    NotAFile,   ///< there is something else of that name
    Other,
};
inline constexpr int recordFileProblemCount = int(RecordFileProblem::Other) + 1;

struct RecordFileResult
{
    RecordFileProblem problem = RecordFileProblem::None;
    QString detail; ///< the system's words, if there is a problem; may be empty
};

/// Writes the records to the file of that path in one go: it is there when all of them are in it. If that
/// fails or is cancelled, one that was there before is as it was. Only a device, which cannot be replaced, is
/// written to as it comes. Takes its time; for any thread.
/// @param goesOn asked again and again, with the number of records formatted so far; false cancels.
RecordFileResult writeRecords(const QString &path, const TrafficRows &rows, const RecordFormat &format,
                              const std::function<bool(qsizetype)> &goesOn);

} // namespace confab
