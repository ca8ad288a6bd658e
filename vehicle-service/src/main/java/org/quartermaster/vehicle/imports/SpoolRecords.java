package org.quartermaster.vehicle.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.quartermaster.vehicle.feed.FeedContext;
import org.quartermaster.vehicle.feed.FeedHeader;
import org.quartermaster.vehicle.feed.FeedReader;
import org.quartermaster.vehicle.feed.FeedRecord;
import org.quartermaster.vehicle.load.Again;

/** Single records of a spool file. Blocking. */
record SpoolRecords(Path file, FeedHeader header, FeedContext context) implements Again {
    @Override
    public FeedRecord read(Place place) throws IOException {
        var bytes = new byte[place.byteLength()];
        try (var spooled = new RandomAccessFile(file.toFile(), "r")) {
            spooled.seek(place.byteOffset());
            spooled.readFully(bytes);
        }
        var read = FeedReader.under(header, new ByteArrayInputStream(bytes), context)
                .next();
        return new FeedRecord(
                place.rowNo(),
                place.lineNo(),
                place.byteOffset(),
                place.byteLength(),
                read.verdict(),
                read.findings(),
                read.lot(),
                read.cells(),
                read.rawText());
    }
}
