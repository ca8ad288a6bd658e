package org.quartermaster.platform.problem;

import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every exception into problem details; nothing of a stack trace or of SQL reaches a client. */
public final class Problems {
    private static final Map<Integer, ProblemType> BY_STATUS = Stream.of(
                    ProblemType.BAD_REQUEST,
                    ProblemType.UNAUTHORIZED,
                    ProblemType.FORBIDDEN,
                    ProblemType.NOT_FOUND,
                    ProblemType.METHOD_NOT_ALLOWED,
                    ProblemType.NOT_ACCEPTABLE,
                    ProblemType.TOO_LARGE,
                    ProblemType.UNSUPPORTED_TYPE)
            .collect(Collectors.toMap(ProblemType::status, type -> type));

    private static final String FORM_READER = "org.jboss.resteasy.reactive.server.core.multipart.";

    private final RoutingContext context;

    @Inject
    Problems(RoutingContext context) {
        this.context = context;
    }

    @ServerExceptionMapper
    Response of(Problem problem) {
        return answer(problem).build();
    }

    @ServerExceptionMapper
    Response of(WebApplicationException refused) {
        var status = refused.getResponse().getStatus();
        var type = BY_STATUS.get(status);
        if (type == null) {
            return status >= 500
                    ? unexpected(refused)
                    : answer(Problem.of(ProblemType.BAD_REQUEST)).build();
        }
        var allow = refused.getResponse().getHeaderString("Allow");
        var answer = answer(Problem.of(type));
        return (allow == null ? answer : answer.header("Allow", allow)).build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized() {
        return answer(Problem.of(ProblemType.UNAUTHORIZED))
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response of(ForbiddenException forbidden) {
        return answer(Problem.of(ProblemType.FORBIDDEN)).build();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure) {
        var cause = DatabaseFailure.find(failure);
        if (cause != null) {
            return of(cause);
        }
        if (DatabaseFailure.isAway(failure)) {
            Log.warnf("database away: %s", failure);
            return answer(Problem.unavailable()).build();
        }
        if (isUnreadableForm(failure)) {
            return answer(Problem.of(ProblemType.BAD_REQUEST)).build();
        }
        Log.errorf(failure, "request %s failed", RequestId.of(context));
        return answer(Problem.of(ProblemType.INTERNAL)).build();
    }

    /** NB: that a form was cut off or is none, its reader tells by the same exceptions as what goes wrong here. */
    private static boolean isUnreadableForm(Throwable failure) {
        var trace = failure.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith(FORM_READER);
    }

    private Response.ResponseBuilder answer(Problem problem) {
        var language = Messages.language(context.request().getHeader("Accept-Language"));
        var answer = Response.status(problem.type().status())
                .type("application/problem+json")
                .header("Content-Language", language.getLanguage())
                .entity(ProblemBody.of(context, problem, language));
        problem.headers().forEach(answer::header);
        return answer;
    }
}
