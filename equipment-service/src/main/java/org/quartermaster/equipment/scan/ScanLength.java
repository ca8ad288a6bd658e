package org.quartermaster.equipment.scan;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/**
 * Asks anybody who reports for the length of the body: the parts of a form are stored while they come, so that one
 * without an end would show too late. Browsers always give it.
 */
final class ScanLength {
    private static final ProblemType REQUIRED = new ProblemType(411, "length_required");

    @ServerRequestFilter(preMatching = true)
    void require(ContainerRequestContext request) {
        var path = request.getUriInfo().getPath();
        var isScan = path.startsWith("/scan/") || path.startsWith("/api/v1/scan/");
        if (isScan && request.getMethod().equals("POST") && request.getHeaderString("Content-Length") == null) {
            throw Problem.of(REQUIRED);
        }
    }
}
