package org.quartermaster.procurement.session;

import org.quartermaster.platform.rest.Call;

/**
 * What a user signs in with.
 *
 * @param agent as the client calls itself, or null
 * @param address of the client, or null
 */
public record Device(String agent, String address) {
    private static final int MAX_AGENT = 500;

    /** That of a request. */
    public static Device of(Call call) {
        var agent = call.header("User-Agent");
        return new Device(
                agent == null || agent.length() <= MAX_AGENT ? agent : agent.substring(0, MAX_AGENT), call.address());
    }
}
