package org.quartermaster.catalog.reference;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.quartermaster.platform.job.Jobs;
import org.quartermaster.platform.rest.Call;

/** Makes jobs of the files of reference lists. */
@ApplicationScoped
class ReferenceUploads {
    static final String ACCEPTED = "The job that imports the file; Location names it";

    private final Call call;
    private final Jobs jobs;

    @Inject
    ReferenceUploads(Call call, Jobs jobs) {
        this.call = call;
        this.jobs = jobs;
    }

    Uni<Response> start(String kind, MultipartFormDataInput input) throws IOException {
        call.query().checkQuery();
        var form = ReferenceForm.read(input);
        try (var body = form.open()) {
            return jobs.submit(call, kind, form.options().parameters(), body);
        }
    }
}
