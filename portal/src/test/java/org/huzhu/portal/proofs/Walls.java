package org.huzhu.portal.proofs;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.huzhu.access.AccessWall;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.portal.Demonstrated;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The two walls before the data of others, each of which a proof can take away.
 *
 * <p>The first is the program's: the table of who may do what, and the reach that each query limits itself to. It is
 * taken away by an {@link AccessWall} that does not stand, and by handing every query the reach of all. The second is
 * row-level security, which is turned off in the database.
 */
@TestConfiguration(proxyBeanMethods = false)
class Walls {

    private static final String GUARDED = """
            select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relrowsecurity and n.nspname <> 'crypto'
            """;

    private static final Set<String> SETTERS = Set.of("setObject", "setString");

    private static volatile boolean isFirstUp = true;

    /** What a proof does without a wall. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    static void withoutFirst(Work work) throws Exception {
        isFirstUp = false;
        try {
            work.run();
        } finally {
            isFirstUp = true;
        }
    }

    static void withoutSecond(Server server, Work work) throws Exception {
        List<String> tables = new ArrayList<>();
        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(GUARDED)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        turn(server, tables, "disable");
        try {
            work.run();
        } finally {
            turn(server, tables, "enable");
        }
    }

    private static void turn(Server server, List<String> tables, String how) throws SQLException {
        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement()) {
            for (String table : tables) {
                statement.execute("alter table %s %s row level security".formatted(table, how));
            }
        }
    }

    /** Only when a test asks for them: by then the society is filled. */
    @Bean
    @Lazy
    Canaries canaries(Server server, AnotherOffice office) throws SQLException {
        office.found();
        return Canaries.planted(server);
    }

    @Bean
    @Lazy
    Travellers travellers(Demonstrated society, Server server, Canaries planted) throws SQLException {
        Objects.requireNonNull(planted, "First the signs, then who asks for them");
        return Travellers.of(society, new Things(server));
    }

    @Bean
    @Primary
    AccessWall wall() {
        return new AccessWall() {
            @Override
            protected boolean stands() {
                return isFirstUp;
            }
        };
    }

    @Bean
    static BeanPostProcessor queries() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? new Unlimited(source) : bean;
            }
        };
    }

    /** Hands every query the reach of all while the first wall is down; what row-level security is told stays. */
    private static final class Unlimited extends DelegatingDataSource implements AutoCloseable {

        private Unlimited(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection real = super.getConnection();
            return isFirstUp
                    ? real
                    : proxy(Connection.class, (method, arguments) -> {
                        Object made = method.invoke(real, arguments);
                        boolean isScope = arguments.length > 0
                                && String.valueOf(arguments[0]).contains("set_config");
                        return made instanceof PreparedStatement query && !isScope ? unlimited(query) : made;
                    });
        }

        @Override
        public void close() {
            if (getTargetDataSource() instanceof HikariDataSource source) {
                source.close();
            }
        }

        private static PreparedStatement unlimited(PreparedStatement real) {
            return proxy(PreparedStatement.class, (method, arguments) -> {
                if (SETTERS.contains(method.getName()) && arguments[1] instanceof String value) {
                    arguments[1] = widened(value);
                }
                return method.invoke(real, arguments);
            });
        }

        /** A reach as an array or as the ends of a range, or the caller's own path, as that of all. */
        private static String widened(String value) {
            List<String> reach = Scope.current().map(Scope::reach).orElse(List.of());
            if (Scope.current().map(Scope::reachText).filter(value::equals).isPresent()) {
                return "{\"\"}";
            }
            if (reach.stream().anyMatch(path -> value.equals(path) || value.equals(path + "."))) {
                return "";
            }
            return reach.stream().anyMatch(path -> value.equals(path + "/"))
                    ? Character.toString(Character.MAX_CODE_POINT)
                    : value;
        }

        /** What is done instead of a call. */
        @FunctionalInterface
        private interface Instead {
            @Nullable Object done(Method method, Object[] arguments) throws Exception;
        }

        private static <T> T proxy(Class<T> type, Instead instead) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                        try {
                            return instead.done(method, arguments == null ? new Object[0] : arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }
    }
}
