package org.huzhu.audit;

import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Consumer;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Connections of their own for records that stand whatever becomes of the transaction at hand. Were they taken from the
 * pool, as many refusals at once as it has connections would wait for each other.
 */
@Component
class ApartDatabase implements DisposableBean {

    private static final int CONNECTIONS = 2;
    private static final String TELL = "select set_config('huzhu.actor', :actor, true)";

    private final HikariDataSource source = new HikariDataSource();
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    ApartDatabase(Server server) {
        source.setPoolName("runner-apart");
        source.setJdbcUrl(server.url());
        source.setUsername(server.runner().role());
        source.setPassword(server.runner().password());
        source.setMaximumPoolSize(CONNECTIONS);
        source.setMinimumIdle(0);
        source.addDataSourceProperty("ApplicationName", "huzhu-apart");
        database = JdbcClient.create(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Does the work in a transaction of its own, as the actor of the scope; it may write records and no more. */
    void within(Scope scope, Consumer<JdbcClient> work) {
        transaction.executeWithoutResult(_ -> {
            database.sql(TELL).param("actor", scope.actor()).query(String.class).single();
            work.accept(database);
        });
    }

    @Override
    public void destroy() {
        source.close();
    }
}
