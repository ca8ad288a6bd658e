package org.quartermaster.procurement;

import org.quartermaster.platform.testing.AsyncApiContract;

/** The committed document of this service's events. */
@ProcurementTest
final class AsyncApiTest extends AsyncApiContract {}
