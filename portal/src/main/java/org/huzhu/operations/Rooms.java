package org.huzhu.operations;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.huzhu.Society;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.huzhu.database.DatabaseTrouble;
import org.huzhu.database.Home;
import org.huzhu.database.Migrations;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.database.Servers;
import org.huzhu.database.Settings;
import org.huzhu.demonstration.TurnedClock;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rooms of the society without its pages, opened for one command; the society itself may be running beside it.
 *
 * @param context holds what the rooms offer
 * @param server that they stand on
 */
public record Rooms(ConfigurableApplicationContext context, Server server) implements AutoCloseable {

    /** It has no rounds of its own, and connections under another name. */
    public static final Map<String, Object> BESIDE =
            Map.of("huzhu.rounds", "off", "huzhu.application", "huzhu-command");

    private static final String SERVED = """
            select exists (select from pg_stat_activity
                           where datname = current_database() and application_name = 'huzhu')
            """;

    /**
     * Opens them.
     *
     * @throws DatabaseTrouble if the tables are not those of this release
     */
    static Rooms open(Home home, Settings settings, Consumer<String> progress) {
        home.make();
        Server server = Servers.join(home, settings, progress);
        try {
            if (Migrations.areDue(server, Society.ROOMS)) {
                throw new DatabaseTrouble("数据库还是空的，或是旧版本的。请先用这一版启动一次：huzhu start");
            }
            Map<String, Object> properties = new HashMap<>(BESIDE);
            // What the command does not ask for is not made.
            properties.put("spring.main.lazy-initialization", "true");
            SpringApplication application = society(home, server, properties, "commands.log");
            application.setWebApplicationType(WebApplicationType.NONE);
            return new Rooms(application.run(), server);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** The society over the database, not yet running. */
    public static SpringApplication society(Home home, Server server, Map<String, Object> properties, String log) {
        SpringApplication application = new SpringApplication(Society.class);
        application.setBannerMode(Banner.Mode.OFF);
        Map<String, Object> defaults = new HashMap<>(properties);
        defaults.put("logging.file.name", home.logs().resolve(log).toString());
        application.setDefaultProperties(defaults);
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Home.class, () -> home);
            beans.registerBean(Server.class, () -> server);
        });
        return application;
    }

    /** Gives the society a clock that can be turned back as long as it is filled for demonstration. */
    public static void turnClock(SpringApplication application) {
        application.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean(
                        TurnedClock.class,
                        () -> new TurnedClock(Clock.system(Society.CHINA)),
                        clock -> clock.setPrimary(true)));
    }

    /** What the society has of the type. */
    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Whether the society itself runs over the same database. */
    boolean isServed() {
        return get(JdbcClient.class).sql(SERVED).query(Boolean.class).single();
    }

    /** Records what the operator does, as the society's own doing. */
    void record(Deed deed) {
        TransactionTemplate transaction = new TransactionTemplate(get(PlatformTransactionManager.class));
        Scope.ofSystem()
                .run(() -> transaction.executeWithoutResult(
                        _ -> get(AuditTrail.class).record(deed)));
    }

    @Override
    public void close() {
        context.close();
        server.close();
    }
}
