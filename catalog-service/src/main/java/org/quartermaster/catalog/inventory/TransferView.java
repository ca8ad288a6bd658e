package org.quartermaster.catalog.inventory;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The two movements of a transfer. */
@Schema(name = "StockTransfer")
public record TransferView(MovementView out, MovementView in) {}
