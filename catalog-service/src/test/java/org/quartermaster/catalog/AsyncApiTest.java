package org.quartermaster.catalog;

import org.quartermaster.platform.testing.AsyncApiContract;

/** The committed document of this service's events. */
@CatalogTest
final class AsyncApiTest extends AsyncApiContract {}
