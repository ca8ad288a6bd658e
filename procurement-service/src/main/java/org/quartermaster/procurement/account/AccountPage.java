package org.quartermaster.procurement.account;

import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.quartermaster.platform.problem.Messages;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.security.Sha256;

/** The pages behind mailed links, in English and Arabic: no script, nothing from elsewhere, and opening one does nothing. */
final class AccountPage {
    private static final String STYLE = "body{font:16px/1.5 system-ui,sans-serif;max-width:26rem;margin:4rem auto;"
            + "padding:0 1rem}input,button{font:inherit;padding:.5rem 1rem;width:100%;box-sizing:border-box;"
            + "margin:.5rem 0}";

    /** Nothing may be loaded or run but the style above, known by its hash (CSP 3). */
    private static final String POLICY = "default-src 'none'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'; style-src 'sha256-"
            + Base64.getEncoder().encodeToString(Sha256.of(STYLE)) + "'";

    private static final String PAGE = """
            <!doctype html>
            <html lang="%s" dir="%s">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%s</title>\
            <style>%s</style></head>
            <body><h1>%s</h1>
            %s
            </body>
            </html>
            """;
    private static final String FORM = """
            <form method="post">
            <input type="hidden" name="code" value="%s">
            %s<button>%s</button>
            </form>""";
    private static final String PASSWORD = """
            <label>%s <input type="password" name="new_password" autocomplete="new-password" required></label>
            """;

    private AccountPage() {}

    /** What the page is for. */
    enum Kind {
        VERIFY,
        RESET;

        private String text(Locale language, String part) {
            return Messages.text(language, "page_" + name().toLowerCase(Locale.ROOT) + "_" + part);
        }
    }

    /** The page with its button. */
    static Response form(Locale language, Kind kind, String code) {
        var password = kind == Kind.RESET ? PASSWORD.formatted(escaped(kind.text(language, "password"))) : "";
        var form = FORM.formatted(escaped(code), password, escaped(kind.text(language, "button")));
        return page(200, language, kind, form);
    }

    /** What is shown when it is done. */
    static Response done(Locale language, Kind kind) {
        return page(200, language, kind, "<p>" + escaped(kind.text(language, "done")) + "</p>");
    }

    /** What is shown when it was refused. */
    static Response refused(Locale language, Kind kind, Problem problem) {
        var text = new StringBuilder();
        if (problem.errors().isEmpty()) {
            text.append(paragraph(language, problem.type().code(), problem.arguments()));
        }
        problem.errors().forEach(error -> text.append(paragraph(language, error.code(), error.arguments())));
        return page(problem.type().status(), language, kind, text.toString());
    }

    private static String paragraph(Locale language, String code, Object... arguments) {
        var texts = Arrays.stream(arguments).map(String::valueOf).toArray();
        return "<p>" + escaped(Messages.text(language, code, texts)) + "</p>";
    }

    private static Response page(int status, Locale language, Kind kind, String body) {
        var title = escaped(kind.text(language, "title"));
        var direction = language.getLanguage().equals("ar") ? "rtl" : "ltr";
        var page = PAGE.formatted(language.getLanguage(), direction, title, STYLE, title, body);
        return Response.status(status)
                .entity(page.getBytes(StandardCharsets.UTF_8))
                .type("text/html; charset=utf-8")
                .header("Content-Security-Policy", POLICY)
                .header("Cache-Control", "no-store")
                .build();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
