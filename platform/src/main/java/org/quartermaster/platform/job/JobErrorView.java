package org.quartermaster.platform.job;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that went wrong in a job, in the language of the client. */
@Schema(name = "JobError")
public record JobErrorView(Long line, String column, String code, String message) {}
