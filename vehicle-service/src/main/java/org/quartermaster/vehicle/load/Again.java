package org.quartermaster.vehicle.load;

import java.io.IOException;
import org.quartermaster.vehicle.feed.FeedRecord;

/** Reads a record of the file once more, by where it stands. */
@FunctionalInterface
public interface Again {
    FeedRecord read(Place place) throws IOException;

    /**
     * Where a record stands.
     *
     * @param byteLength with its line end
     */
    record Place(int rowNo, int lineNo, long byteOffset, int byteLength) {}
}
