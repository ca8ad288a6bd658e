package org.quartermaster.vehicle;

import org.quartermaster.platform.testing.AsyncApiContract;

/** The committed document of this service's events. */
@VehicleTest
final class AsyncApiTest extends AsyncApiContract {}
