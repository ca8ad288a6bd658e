package org.quartermaster.equipment;

import org.quartermaster.platform.testing.SchemaContract;

/** What this service says about its database. */
@EquipmentTest
final class SchemaTest extends SchemaContract {
    SchemaTest() {
        super("equipment", "equipment", "location_name");
    }
}
