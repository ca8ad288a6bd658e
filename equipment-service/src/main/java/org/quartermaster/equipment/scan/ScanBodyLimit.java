package org.quartermaster.equipment.scan;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/**
 * Refuses large bodies from anybody before a byte of them is stored; the service's own limit is for those with a
 * login. A body of unknown length is refused too, because its end would show too late.
 */
final class ScanBodyLimit {
    private static final ProblemType LENGTH_REQUIRED = new ProblemType(411, "length_required");
    /** A picture of 5 MiB, and the rest of the form. */
    private static final long MAX_BYTES = 6 * 1024 * 1024;

    @ServerRequestFilter(preMatching = true)
    void limit(ContainerRequestContext request) {
        var path = request.getUriInfo().getPath();
        if (!request.getMethod().equals("POST") || !(path.startsWith("/scan/") || path.startsWith("/api/v1/scan/"))) {
            return;
        }
        var length = request.getHeaderString("Content-Length");
        if (length == null) {
            throw Problem.of(LENGTH_REQUIRED);
        }
        if (Long.parseLong(length) > MAX_BYTES) {
            throw Problem.of(ProblemType.TOO_LARGE);
        }
    }
}
