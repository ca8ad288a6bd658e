package org.quartermaster.catalog.etim;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import org.quartermaster.catalog.classification.ClassSystem;
import org.quartermaster.catalog.classification.ModelPublication;
import org.quartermaster.catalog.product.ProductRefresh;
import org.quartermaster.catalog.reference.ReferenceImports;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.security.Roles;

/** Imports an ETIM release; twice has the effect of once. */
@ApplicationScoped
class EtimImport implements JobKind {
    private final ReferenceImports imports;
    private final ModelPublication models;
    private final ProductRefresh articles;
    private final ObjectMapper json;

    @Inject
    EtimImport(ReferenceImports imports, ModelPublication models, ProductRefresh articles, ObjectMapper json) {
        this.imports = imports;
        this.models = models;
        this.articles = articles;
        this.json = json;
    }

    @Override
    public String name() {
        return "import.etim";
    }

    @Override
    public String role() {
        return Roles.DATA_ADMIN;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public Outcome run(JobRun run) throws IOException, SQLException {
        var outcome = imports.run(run, (connection, options) -> {
            var stage = new EtimStage(connection, json, run::error);
            stage.read(run.input());
            var report = new EtimMerge(connection, stage, run::error).run(options.dryRun());
            articles.ofClasses(connection);
            return report;
        });
        if (ReferenceImports.hasChanged(outcome)) {
            models.publish(run, ClassSystem.ETIM);
        }
        return outcome;
    }
}
