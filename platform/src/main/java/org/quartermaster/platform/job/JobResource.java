package org.quartermaster.platform.job;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.problem.Messages;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;

/** Long work and how far it is. */
@Path("/api/v1/jobs")
@Tag(name = "jobs")
@Produces(MediaType.APPLICATION_JSON)
public final class JobResource {
    private final Call call;
    private final Endpoints endpoints;
    private final JobStore jobs;
    private final JobPieces output;
    private final JobKinds kinds;
    private final JobProgressFeed feed;

    @Inject
    JobResource(Call call, Endpoints endpoints, JobStore jobs, JobPieces output, JobKinds kinds, JobProgressFeed feed) {
        this.call = call;
        this.endpoints = endpoints;
        this.jobs = jobs;
        this.output = output;
        this.kinds = kinds;
        this.feed = feed;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Jobs of the kinds that your role may see, newest first")
    public Uni<RestResponse<Page<JobView>>> find() {
        return endpoints.list(
                JobView.class, (caller, query) -> jobs.find(caller, kinds.visibleTo(caller), query, language()));
    }

    @GET
    @Path("{job_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One job with its progress, result and first errors")
    @APIResponseSchema(JobView.class)
    public Uni<Response> get(String job_id) {
        var language = language();
        return endpoints.get(caller ->
                visible(caller, job_id).map(row -> JobView.of(row, language)).map(Answer::ok));
    }

    @DELETE
    @Path("{job_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            summary = "Cancel a job",
            description = "A waiting job is cancelled at once, a running one ends as soon as it can; what it has "
                    + "committed by then stays. The role needed is that of the kind of job.")
    public Uni<Response> cancel(String job_id) {
        call.query().checkQuery();
        var caller = call.caller();
        var ifMatch = call.header("If-Match");
        var language = language();
        return visible(caller, job_id)
                .invoke(row -> ETags.requireMatch(ifMatch, row.getLong("version")))
                .chain(() -> jobs.cancel(caller, job_id))
                .chain(changed -> jobs.read(caller, job_id).map(row -> {
                    var view = JobView.of(row, language);
                    if (changed == 0) {
                        throw Problem.of(ProblemType.INVALID_TRANSITION, row.getString("state"));
                    }
                    return Answer.ok(view).response();
                }));
    }

    @GET
    @Path("{job_id}/result")
    @RolesAllowed(Roles.VIEWER)
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "The output of a finished job as a file")
    public RestMulti<Buffer> result(String job_id) {
        return made(job_id);
    }

    /** NB: private, as a call of one endpoint by another would go through the guards of endpoints. */
    private RestMulti<Buffer> made(String job_id) {
        call.query().checkQuery();
        var caller = call.caller();
        var finished = visible(caller, job_id).invoke(row -> {
            if (row.getString("output_type") == null || row.getValue("finished_at") == null) {
                throw Problem.of(JobStore.NOT_FOUND);
            }
        });
        return RestMulti.fromUniResponse(finished, row -> pieces(caller, job_id), JobResource::headers);
    }

    @GET
    @Path("{job_id}/file")
    @RolesAllowed(Roles.VIEWER)
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "The same as result: the file that a finished job made")
    public RestMulti<Buffer> file(String job_id) {
        return made(job_id);
    }

    @GET
    @Path("{job_id}/errors.csv")
    @RolesAllowed(Roles.VIEWER)
    @Produces("text/csv")
    @Operation(
            summary = "All errors of a job as a CSV file",
            description = "The columns are row, column, code, message and value; a job without errors has the header"
                    + " alone.")
    public RestMulti<Buffer> errors(String job_id) {
        call.query().checkQuery();
        var caller = call.caller();
        var language = language();
        return RestMulti.fromUniResponse(
                visible(caller, job_id),
                row -> JobErrors.csv(from -> output.errors(caller, job_id, from), language),
                row -> JobErrors.HEADERS);
    }

    private static Map<String, List<String>> headers(Row row) {
        return Map.of(
                "Content-Type", List.of(row.getString("output_type")),
                "Content-Disposition", List.of("attachment; filename=\"" + row.getString("output_name") + "\""));
    }

    /** NB: one short read for each piece, so that a client that hangs up costs no connection to the database. */
    private Multi<Buffer> pieces(Caller caller, String id) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new int[1], next -> output.read(caller, id, JobPieces.OUTPUT, next[0]++))
                .whilst(piece -> piece.length() > 0);
    }

    /** NB: on a worker thread, which can wait for a refusal; once a stream has begun there is no status to send. */
    @GET
    @Path("{job_id}/events")
    @Blocking
    @RolesAllowed(Roles.VIEWER)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Progress of a job as it is made",
            description = "Each event is the job as it is then; the stream ends with the job.")
    public Multi<OutboundSseEvent> events(@Context Sse sse, String job_id) {
        call.query().checkQuery();
        var caller = call.caller();
        var language = language();
        Awaiting.result(() -> visible(caller, job_id));
        return feed.follow(caller, job_id, language, sse);
    }

    private Uni<Row> visible(Caller caller, String id) {
        return jobs.read(caller, id).invoke(row -> kinds.require(caller, row.getString("kind")));
    }

    private Locale language() {
        return Messages.language(call.header("Accept-Language"));
    }
}
