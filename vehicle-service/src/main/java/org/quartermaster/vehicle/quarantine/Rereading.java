package org.quartermaster.vehicle.quarantine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.quartermaster.vehicle.feed.FeedContext;
import org.quartermaster.vehicle.feed.FeedHeader;
import org.quartermaster.vehicle.feed.FeedReader;
import org.quartermaster.vehicle.feed.FeedRecord;

/** Reads records of one file once more, as they were mended, by the reader that read the file. */
final class Rereading {
    private static final String NOTHING = "\"\"";

    private final FeedHeader header;
    private final FeedContext context;

    Rereading(FeedHeader header, FeedContext context) {
        this.header = header;
        this.context = context;
    }

    /** The record as it is now; NB: its place is not that of the file. */
    FeedRecord read(QuarantinedRecord record) {
        var mend = record.mend();
        var cells = cells(record, mend);
        if (cells != null && (mend.rawText() == null || !mend.fields().isEmpty())) {
            return records(written(cells)).get(0);
        }
        return records(mend.rawText() == null ? record.rawText() : mend.rawText())
                .get(0);
    }

    /** How many records a text is. */
    int count(String text) {
        return records(text).size();
    }

    /** The values in the order of the header, with what was mended; null where the record cannot be split. */
    List<String> cells(QuarantinedRecord record, Mend mend) {
        var values = mend.rawText() == null
                ? stored(record)
                : records(mend.rawText()).get(0).cells();
        if (values == null || values.size() != header.names().size()) {
            return null;
        }
        var cells = new ArrayList<>(values);
        mend.fields().forEach((name, value) -> cells.set(header.names().indexOf(name), value));
        return cells;
    }

    private List<String> stored(QuarantinedRecord record) {
        return record.payload() == null
                ? null
                : header.names().stream()
                        .map(name -> record.payload().getOrDefault(name, ""))
                        .toList();
    }

    private static String written(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("\"", "\"\""))
                .collect(Collectors.joining("\",\"", "\"", "\"\n"));
    }

    /** NB: of a line of NUL alone nothing is left, and the reader passes over empty lines. */
    private List<FeedRecord> records(String text) {
        var bytes = (text.isBlank() ? NOTHING : text).getBytes(StandardCharsets.UTF_8);
        var in = new ByteArrayInputStream(bytes);
        var records = new ArrayList<FeedRecord>();
        try {
            var reader = FeedReader.under(header, in, context);
            for (var record = reader.next(); record != null; record = reader.next()) {
                records.add(record);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return records;
    }
}
