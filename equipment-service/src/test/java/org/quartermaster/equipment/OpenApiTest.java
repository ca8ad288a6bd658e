package org.quartermaster.equipment;

import org.quartermaster.platform.testing.OpenApiContract;

/** The committed document of this service. */
@EquipmentTest
final class OpenApiTest extends OpenApiContract {}
