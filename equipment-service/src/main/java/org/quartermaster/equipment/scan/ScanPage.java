package org.quartermaster.equipment.scan;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quartermaster.equipment.reference.Priority;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Messages;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.security.Sha256;

/** The page behind a label, in English and Arabic: no script, one request and its photo, nothing from elsewhere. */
@ApplicationScoped
class ScanPage {
    private static final List<String> TEXTS = List.of(
            "kind",
            "brand",
            "model",
            "status",
            "report",
            "what",
            "describe",
            "severity",
            "name",
            "contact",
            "photo",
            "optional",
            "send",
            "other_language");
    private static final String STYLE = style();

    /** Nothing may be loaded or run but the style above, known by its hash, and the photo (CSP 3). */
    private static final String POLICY = "default-src 'none'; img-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'; style-src 'sha256-"
            + Base64.getEncoder().encodeToString(Sha256.of(STYLE)) + "'";

    private final Template machinePage;
    private final Template problemPage;

    @Inject
    ScanPage(@Location("scan/machine.html") Template machinePage, @Location("scan/problem.html") Template problemPage) {
        this.machinePage = machinePage;
        this.problemPage = problemPage;
    }

    /**
     * What a form said, and what became of it.
     *
     * @param values texts of a form that was refused, to be shown again
     * @param errors what is wrong with them
     * @param faultId of a report that was taken, or null
     */
    record Outcome(Map<String, String> values, List<String> errors, String faultId) {
        static final Outcome NONE = new Outcome(Map.of(), List.of(), null);
    }

    Response machine(int status, Locale language, Scanned machine, Outcome outcome) {
        var values = new LinkedHashMap<String, String>();
        for (var name : List.of("title", "description", "severity", "reporter_name", "reporter_contact")) {
            values.put(name, outcome.values.getOrDefault(name, name.equals("severity") ? "medium" : ""));
        }
        var page = machinePage
                .data("machine", fields(language, machine))
                .data("values", values)
                .data("errors", outcome.errors)
                .data("thanks", outcome.faultId == null ? null : text(language, "thanks", outcome.faultId))
                .data("severities", severities(language));
        return answer(status, language, page).build();
    }

    private static Map<String, Object> fields(Locale language, Scanned machine) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", machine.name());
        fields.put("nameAr", machine.nameAr());
        fields.put("kind", text(language, "kind_" + Words.of(machine.equipmentType())));
        fields.put("brand", machine.brand());
        fields.put("model", machine.model());
        fields.put("status", text(language, "status_" + Words.of(machine.status())));
        fields.put("photo", machine.photoUrl());
        return fields;
    }

    private static Map<String, String> severities(Locale language) {
        var words = new LinkedHashMap<String, String>();
        Arrays.stream(Priority.values())
                .map(Words::of)
                .forEach(word -> words.put(word, text(language, "severity_" + word)));
        return words;
    }

    Response problem(Locale language, Problem problem) {
        var code = problem.type().code();
        var detail = Messages.text(
                language,
                code,
                Arrays.stream(problem.arguments()).map(String::valueOf).toArray());
        var answer = answer(problem.type().status(), language, problemPage.data("detail", detail));
        problem.headers().forEach(answer::header);
        return answer.build();
    }

    private static Response.ResponseBuilder answer(int status, Locale language, TemplateInstance page) {
        var arabic = language.getLanguage().equals("ar");
        var texts = new LinkedHashMap<String, String>();
        TEXTS.forEach(key -> texts.put(key, text(language, key)));
        var html = page.data("style", STYLE)
                .data("text", texts)
                .data("lang", language.getLanguage())
                .data("dir", arabic ? "rtl" : "ltr")
                .data("other", arabic ? "en" : "ar")
                .render();
        return Response.status(status)
                .type("text/html; charset=utf-8")
                .header("Content-Language", language.getLanguage())
                .header("Content-Security-Policy", POLICY)
                .header("Cache-Control", "no-store")
                .entity(html);
    }

    private static String text(Locale language, String key, Object... arguments) {
        return Messages.text(language, "scan_" + key, arguments);
    }

    private static String style() {
        try (var in = ScanPage.class.getResourceAsStream("/scan/style.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
