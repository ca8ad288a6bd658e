package org.quartermaster.equipment.telemetry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;

/** Samples that another feature has read out of a format of its own. */
record GivenSamples(Iterator<ObjectNode> given, OfferReader reader) implements Samples {
    @Override
    public int limit() {
        return 500_000;
    }

    @Override
    public Offer next() {
        return given.hasNext() ? reader.read(given.next()) : null;
    }
}
