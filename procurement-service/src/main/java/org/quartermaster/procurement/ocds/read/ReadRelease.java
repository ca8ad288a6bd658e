package org.quartermaster.procurement.ocds.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.quartermaster.procurement.ocds.Issue;

/**
 * A release as it stands in a file.
 *
 * @param position index in the file from 0; in JSON lines the line from 0
 * @param raw its text as it came
 * @param value its content without NUL, lone surrogates and keys given twice, each told in the issues
 */
public record ReadRelease(long position, String raw, ObjectNode value, List<Issue> issues) {}
