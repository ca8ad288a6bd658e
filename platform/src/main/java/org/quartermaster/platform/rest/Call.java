package org.quartermaster.platform.rest;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.problem.RequestId;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.token.Client;
import org.quartermaster.platform.token.TokenMechanism;
import org.quartermaster.platform.trace.Traceparent;

/** The request at hand: who calls, and what with. */
@RequestScoped
public class Call {
    @Inject
    RoutingContext context;

    @Inject
    SecurityIdentity identity;

    /** Who calls and from where, within the trace of the request. */
    public Caller caller() {
        return Caller.of(identity, RequestId.of(context)).traced(traceparent()).from(from());
    }

    private Caller.Origin from() {
        var agent = context.request().getHeader("User-Agent");
        return new Caller.Origin(address(), agent, TokenMechanism.isByKey(context));
    }

    /** The sign-in that the token of the request came from ({@code sid}), or null. */
    public String session() {
        return identity.getAttribute(Caller.SESSION);
    }

    /** Whom the request is counted for: the user of its token, or its address; a key of rate limits. */
    public String client() {
        return Client.of(context);
    }

    /** The address that the request came from, or null; a proxy's word counts only from those that are trusted. */
    public String address() {
        return Client.host(context);
    }

    /** Whether the request brings a token or a key; without one it acts in the demo tenant. */
    public boolean hasCredentials() {
        return TokenMechanism.hasCredentials(context);
    }

    /** Where the request came from, to count it: its address, or of IPv6 the network; whatever token it brings. */
    public String origin() {
        return Client.address(context);
    }

    /** Id of the request, kept in the audit trail. */
    public String requestId() {
        return RequestId.of(context);
    }

    /** The W3C trace context of the request, for the events that it causes. */
    public String traceparent() {
        return Traceparent.of(context);
    }

    /** The query parameters alone. */
    public Fields query() {
        return Fields.ofQuery(parameters());
    }

    /** The JSON object of the body alone; query parameters are refused. */
    public Fields json(byte[] body, Fields.Nulls nulls) {
        query().checkQuery();
        requireJson(body);
        return Fields.ofJson(Json.object(body), nulls);
    }

    /** Query and JSON object together, as the seed's endpoints take them. */
    public Fields queryAndJson(byte[] body) {
        requireJson(body);
        return Fields.merged(parameters(), Json.object(body));
    }

    /** 415 for a body of another type; an empty body is no body, whatever its type says. */
    public void requireJson(byte[] body) {
        var type = context.request().getHeader("Content-Type");
        if (body != null && body.length > 0 && !isJson(type)) {
            throw Problem.of(ProblemType.UNSUPPORTED_TYPE);
        }
    }

    static boolean isJson(String type) {
        if (type == null) {
            return false;
        }
        var media = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return media.equals("application/json") || (media.startsWith("application/") && media.endsWith("+json"));
    }

    /** The query parameters as they came; the map is the caller's own. */
    public MultivaluedMap<String, String> parameters() {
        var all = new MultivaluedHashMap<String, String>();
        context.queryParams().forEach(entry -> all.add(entry.getKey(), entry.getValue()));
        return all;
    }

    /** A header field, or null. */
    public String header(String name) {
        Question.ask(Question.Kind.VALUE, Question.Source.HEADER, name, () -> Schemas.text(0, 8_000));
        return context.request().getHeader(name);
    }

    /** Path of the request, and its query when there is one. */
    public String uri() {
        return context.request().uri();
    }

    /** Path of the request, as it was sent. */
    public String path() {
        return context.request().path();
    }

    /** The method, such as {@code POST}. */
    public String method() {
        return context.request().method().name();
    }
}
