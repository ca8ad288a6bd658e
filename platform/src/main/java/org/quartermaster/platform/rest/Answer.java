package org.quartermaster.platform.rest;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;

/**
 * What a write answers.
 *
 * @param location path of the new resource, or null
 * @param tag entity tag of the resource, or null
 */
public record Answer(int status, Object body, String location, EntityTag tag) {

    /** 200 with a resource. */
    public static Answer ok(Versioned view) {
        return ok(view, view.tag());
    }

    /** 200 with a body whose tag is no view's own. */
    public static Answer ok(Object body, EntityTag tag) {
        return new Answer(200, body, null, tag);
    }

    /** 201 with a new resource. */
    public static Answer created(Versioned view, String location) {
        return created(view, location, view.tag());
    }

    /** 201 with a body whose tag is no view's own. */
    public static Answer created(Object body, String location, EntityTag tag) {
        return new Answer(201, body, location, tag);
    }

    /** 204. */
    public static Answer empty() {
        return new Answer(204, null, null, null);
    }

    /** As JAX-RS sends it. */
    public Response response() {
        var response = Response.status(status).entity(body);
        if (body != null) {
            response.type("application/json");
        }
        if (location != null) {
            response.header("Location", location);
        }
        return (tag == null ? response : response.tag(tag)).build();
    }

    /** The resource, or 304 when the client has it already. */
    public Response unlessKnown(String ifNoneMatch) {
        return tag != null && ETags.unchanged(ifNoneMatch, tag)
                ? Response.notModified(tag).build()
                : response();
    }
}
