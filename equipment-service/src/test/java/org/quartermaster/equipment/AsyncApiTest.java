package org.quartermaster.equipment;

import org.quartermaster.platform.testing.AsyncApiContract;

/** The committed document of this service's events. */
@EquipmentTest
final class AsyncApiTest extends AsyncApiContract {}
