package org.huzhu;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.huzhu.database.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Tells PostgreSQL the scope of each transaction as it begins, for row-level security to hold it to. Where there is no
 * scope it tells nothing, and the first query on a guarded table fails.
 */
final class ScopeGate implements TransactionExecutionListener {

    /** All constraints of ours that can be put off are put off to begin with. */
    private static final String CHECK = "set constraints all immediate; set constraints all deferred; ";

    private final DataSource source;

    ScopeGate(DataSource source) {
        this.source = source;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        Optional<Scope> scope = Scope.current();
        if (failure != null || scope.isEmpty()) {
            return;
        }
        tell(scope.get());
    }

    /** Tells the scope that holds from now on to the end of the transaction at hand. */
    void tell(Scope scope) {
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            scope.tell(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The database was not told the scope of the transaction", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    /** The same, once what would be checked at the end of the transaction has been checked, as far as it has come. */
    void checkAndTell(Scope scope) {
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            scope.tellAfter(CHECK, connection);
        } catch (SQLException e) {
            throw new DataIntegrityViolationException("What was written does not hold together", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }
}
