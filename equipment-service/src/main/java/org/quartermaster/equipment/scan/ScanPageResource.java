package org.quartermaster.equipment.scan;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.quartermaster.equipment.fault.FaultFields;
import org.quartermaster.equipment.photo.PhotoForm;
import org.quartermaster.equipment.photo.PhotoList;
import org.quartermaster.equipment.photo.ShownPicture;
import org.quartermaster.platform.problem.Messages;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.BodyLimit;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Caller;

/** The page that a phone opens from a label. */
@Path("/scan/{code}")
@Tag(name = "scan")
public final class ScanPageResource {
    private final Call call;
    private final ScanLimits limits;
    private final ScanDirectory directory;
    private final ScanReports reports;
    private final ScanPage page;
    private final PhotoList photos;

    @Inject
    ScanPageResource(
            Call call,
            ScanLimits limits,
            ScanDirectory directory,
            ScanReports reports,
            ScanPage page,
            PhotoList photos) {
        this.call = call;
        this.limits = limits;
        this.directory = directory;
        this.reports = reports;
        this.page = page;
        this.photos = photos;
    }

    @GET
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    @Operation(summary = "The page behind a label, in English or Arabic (lang=en or ar)")
    public Uni<Response> open(String code) {
        var language = language();
        return page(language, () -> {
            limits.view(call.client());
            return directory.find(code).map(machine -> page.machine(200, language, machine, ScanPage.Outcome.NONE));
        });
    }

    @POST
    @BodyLimit(6)
    @PermitAll
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<Response> send(String code, MultipartFormDataInput input) {
        var language = language();
        return page(language, () -> {
            var form = PhotoForm.of(input);
            return Uni.createFrom()
                    .deferred(() -> reports.take(code, FaultFields.read(form.fields()), form))
                    .chain(taken -> shown(
                            code,
                            language,
                            taken.isNew() ? 201 : 200,
                            new ScanPage.Outcome(Map.of(), List.of(), taken.fault().faultId)))
                    .onFailure(ScanPageResource::isWrongForm)
                    .recoverWithUni(failure -> shown(code, language, 422, refused(language, form, (Problem) failure)));
        });
    }

    private static boolean isWrongForm(Throwable failure) {
        return failure instanceof Problem problem && problem.type().status() == ProblemType.INVALID.status();
    }

    private static ScanPage.Outcome refused(Locale language, PhotoForm form, Problem problem) {
        var values = new HashMap<String, String>();
        form.texts().forEach((name, texts) -> values.put(name, texts.get(0)));
        var errors = problem.errors().stream()
                .map(error -> label(language, error.field()) + ": "
                        + Messages.text(language, error.code(), texts(error.arguments())))
                .toList();
        return new ScanPage.Outcome(values, errors, null);
    }

    private static String label(Locale language, String field) {
        var text = Messages.text(language, "scan_field_" + field);
        return text == null ? field : text;
    }

    private static Object[] texts(Object[] values) {
        return Arrays.stream(values).map(String::valueOf).toArray();
    }

    private Uni<Response> shown(String code, Locale language, int status, ScanPage.Outcome outcome) {
        return directory.find(code).map(machine -> page.machine(status, language, machine, outcome));
    }

    @GET
    @Path("photo")
    @PermitAll
    @Produces("image/jpeg")
    @Operation(summary = "The primary photo of the machine behind a label, small")
    public Uni<Response> photo(String code) {
        limits.photo(call.client());
        var known = call.header("If-None-Match");
        return directory
                .find(code)
                .chain(machine -> {
                    if (machine.primaryPhotoId() == null) {
                        throw Problem.of(ScanDirectory.NOT_FOUND);
                    }
                    return photos.thumb(Caller.system(machine.tenant()), machine.primaryPhotoId(), known);
                })
                .map(ShownPicture::response);
    }

    /** What goes wrong is a page too, for people. */
    private Uni<Response> page(Locale language, Supplier<Uni<? extends Response>> work) {
        return Uni.createFrom()
                .deferred(work)
                .onFailure(Problem.class)
                .recoverWithItem(problem -> page.problem(language, problem));
    }

    private Locale language() {
        var asked = call.parameters().getFirst("lang");
        return Messages.language(asked == null ? call.header("Accept-Language") : asked);
    }
}
