package org.quartermaster.catalog.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.job.JobKind;

/** The kinds of files of a tenant's own data, each as a kind of job. */
@ApplicationScoped
class FileImports {
    private final Telling telling;
    private final Writes writes;

    FileImports(Telling telling, Writes writes) {
        this.telling = telling;
        this.writes = writes;
    }

    @Produces
    @Singleton
    JobKind products(ProductTarget target) {
        return new FileImport(target, telling, writes);
    }

    @Produces
    @Singleton
    JobKind specifications(SpecificationTarget target) {
        return new FileImport(target, telling, writes);
    }

    @Produces
    @Singleton
    JobKind packs(PackTarget target) {
        return new FileImport(target, telling, writes);
    }

    @Produces
    @Singleton
    JobKind prices(PriceTarget target) {
        return new FileImport(target, telling, writes);
    }

    @Produces
    @Singleton
    JobKind stock(StockTarget target) {
        return new FileImport(target, telling, writes);
    }

    @Produces
    @Singleton
    JobKind customers(CustomerTarget target) {
        return new FileImport(target, telling, writes);
    }
}
