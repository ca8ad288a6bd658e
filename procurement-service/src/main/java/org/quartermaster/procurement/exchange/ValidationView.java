package org.quartermaster.procurement.exchange;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a document is valid, and all that is wrong with it. */
@Schema(name = "OcdsValidation")
public record ValidationView(boolean valid, List<ExchangeIssue> issues) {}
