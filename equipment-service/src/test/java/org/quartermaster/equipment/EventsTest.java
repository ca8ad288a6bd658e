package org.quartermaster.equipment;

import org.quartermaster.platform.testing.EventContract;

/** The events that the tests of this service published. */
final class EventsTest extends EventContract {
    EventsTest() {
        super("equipment");
    }
}
