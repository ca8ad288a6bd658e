package org.quartermaster.catalog.retention;

import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.platform.testing.PartitionContract;

/** The months of the tables of this service. */
@CatalogTest
final class MonthlyPartitionsTest extends PartitionContract {
    MonthlyPartitionsTest() {
        super("catalog", "catalog.stockmovement", "catalog.activitylog");
    }
}
