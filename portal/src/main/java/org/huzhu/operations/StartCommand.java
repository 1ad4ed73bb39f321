package org.huzhu.operations;

import java.net.BindException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huzhu.Society;
import org.huzhu.database.Copies;
import org.huzhu.database.DatabaseTrouble;
import org.huzhu.database.Home;
import org.huzhu.database.Migrations;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.database.Servers;
import org.huzhu.database.Settings;
import org.huzhu.database.StartChecks;
import org.huzhu.database.StartChecks.Finding;
import org.huzhu.staff.Operator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code huzhu start}: opens the society, with its database. */
@Command(
        name = "start",
        header = "启动互助保障系统，打开网页。",
        description = {
            "不用安装数据库：自带的 PostgreSQL 随本程序启动、停止，数据在 HUZHU_HOME（缺省为当前目录下的 huzhu-data）。",
            "已有 PostgreSQL 16 或更高版本时，用环境变量 HUZHU_DATABASE_URL 等指定，见 docs/server.md。",
            "第一次启动会建立一个示范的互助会，并列出每种岗位的登录名；加 --empty 则不建立。"
        },
        mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {

    /** Not an exit code: the society runs on in threads of its own. */
    static final int RUNS = -1;

    @Option(names = "--port", paramLabel = "端口", defaultValue = "8080", description = "网页的端口，缺省 8080；0 为任一空闲端口。")
    private int port;

    @Option(
            names = "--address",
            paramLabel = "地址",
            defaultValue = "127.0.0.1",
            description = "监听的地址，缺省 127.0.0.1，只有本机可以访问。")
    private String address = "";

    @Option(names = "--empty", description = "不建立示范的互助会；给出初始化口令，登记三位管理员。")
    private boolean empty;

    @Option(
            names = "--demonstration",
            paramLabel = "规模",
            defaultValue = "usual",
            description = {"第一次启动时建立的示范有多大：usual（缺省），会员五千余人；", "district，另有东城区 2014 至 2018 年的全部参保和会费，约七万人，要几分钟。"})
    private DemonstrationSize demonstration = DemonstrationSize.USUAL;

    @Option(names = "--rehearse", hidden = true, description = "打开一次，取几个网页，随即停止：构建之后用来准备快速启动。")
    private boolean rehearse;

    @ParentCommand
    private HuzhuServer huzhu = new HuzhuServer(Settings.ofProcess());

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Home home = huzhu.home();
        Copies.requireWhole(home);
        Server server = Servers.open(home, huzhu.settings(), this::say);
        try {
            check(home, server);
            say("准备各项数据表……");
            Migrations.run(server, Society.ROOMS);
            check(home, server);
            say("启动网页……");
            ConfigurableApplicationContext society = society(home, server);
            FirstPlans.lay(society);
            if (rehearse) {
                return Rehearsal.of(portOf(society), society);
            }
            Optional<DemonstrationLogins> logins =
                    empty ? Optional.empty() : DemonstrationLogins.of(home, society, demonstration, this::say);
            greet(society, logins);
            setupToken(society).ifPresent(token -> tellSetup(society, token));
            return RUNS;
        } catch (RuntimeException e) {
            server.close();
            throw inOneSentence(e);
        }
    }

    private RuntimeException inOneSentence(RuntimeException trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException || cause instanceof PortInUseException) {
                return new DatabaseTrouble(
                        "%s:%d 已被别的程序占用。请停掉那个程序，或用 --port 另选一个端口。".formatted(address, port), trouble);
            }
        }
        return trouble;
    }

    private void check(Home home, Server server) {
        List<Finding> bad = StartChecks.look(home, server, Instant.now()).stream()
                .filter(finding -> !finding.isWell())
                .toList();
        if (!bad.isEmpty()) {
            String sayings = String.join(
                    System.lineSeparator(),
                    bad.stream()
                            .map(finding -> "  " + finding.name() + "：" + finding.saying())
                            .toList());
            throw new DatabaseTrouble("检查没有通过，不能启动：" + System.lineSeparator() + sayings);
        }
    }

    private ConfigurableApplicationContext society(Home home, Server server) {
        Map<String, Object> properties =
                new HashMap<>(Map.of("server.port", rehearse ? 0 : port, "server.address", address));
        huzhu.settings().get("HUZHU_PROXIES").ifPresent(proxies -> properties.putAll(behind(proxies)));
        SpringApplication application = Rooms.society(home, server, properties, "huzhu.log");
        if (!empty) {
            Rooms.turnClock(application);
        }
        return application.run();
    }

    /** What a proxy says of the visitor's address and of https holds only where the proxy is one of these. */
    private static Map<String, Object> behind(String proxies) {
        String these = Arrays.stream(proxies.split(","))
                .map(String::strip)
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Map.of("server.forward-headers-strategy", "native", "server.tomcat.remoteip.internal-proxies", these);
    }

    private static int portOf(ConfigurableApplicationContext society) {
        return society.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private void greet(ConfigurableApplicationContext society, Optional<DemonstrationLogins> logins) {
        spec.commandLine().getOut().println("""

                互助保障系统已启动：http://%s:%d/
                按 Ctrl-C 停止。""".formatted(address, portOf(society)));
        logins.ifPresent(known -> spec.commandLine().getOut().println("这是试用，请勿录入真实的个人信息。\n" + known.text()));
    }

    private static Optional<String> setupToken(ConfigurableApplicationContext society) {
        return Scope.ofSystem().call(society.getBean(Operator.class)::setupToken);
    }

    private void tellSetup(ConfigurableApplicationContext society, String token) {
        spec.commandLine().getOut().println("""

                系统里还没有账号。请打开下面的网址，登记系统、安全、审计三位管理员：
                  http://%s:%d/setup#%s
                网址里 # 后面是初始化口令，只能用一次；再次启动会换一个新的。""".formatted(address, portOf(society), token));
    }

    private void say(String step) {
        spec.commandLine().getErr().println(step);
    }
}
