package org.quartermaster.procurement;

import java.sql.Connection;
import java.sql.SQLException;
import org.quartermaster.platform.migration.ServiceCommand;

/** The database of the tests, as commands are given it. */
public final class CommandDatabases implements ServiceCommand.Databases {
    @Override
    public Connection owner() throws SQLException {
        return ProcurementDatabase.as("procurement_owner");
    }

    @Override
    public Connection system() throws SQLException {
        return ProcurementDatabase.system();
    }
}
