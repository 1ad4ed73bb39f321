package org.huzhu.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.huzhu.access.Role;
import org.huzhu.crypto.TimeCodes;
import org.huzhu.database.DatabaseTrouble;
import org.huzhu.database.Home;
import org.huzhu.demonstration.Demonstration;
import org.huzhu.demonstration.Demonstration.Filled;
import org.huzhu.demonstration.Post;
import org.huzhu.demonstration.TurnedClock;
import org.huzhu.operations.claims.FirstClaims;
import org.huzhu.operations.quarters.FirstQuarters;
import org.huzhu.portal.Texts;
import org.huzhu.staff.Session;
import org.huzhu.staff.SignIn;
import org.huzhu.unions.Organisation;
import org.springframework.context.ApplicationContext;

/**
 * How to sign in to the demonstration: one login for each role, two for plans and for claims, and one password, made by
 * chance for this society alone and kept in its folder of keys.
 *
 * @param text to be shown to whoever starts the society
 */
record DemonstrationLogins(String text) {

    /** There while the demonstration is made: with its organisations in place, its logins may still be missing. */
    private static final String BEGUN = "demonstration.begun";

    /** What the authenticators of its logins are made from, a login and its secret to a line. */
    private static final String SECRETS = "demonstration-codes";

    /** What one of them has done waits for the other. */
    private static final Set<Role> OF_TWO = EnumSet.of(Role.PLAN_OFFICER, Role.OFFICE_REVIEWER);

    private static final int CHANCE_LETTERS = 10;
    private static final int PROGRESS_EVERY = 500;
    private static final String FROM_HERE = "127.0.0.1";

    /** Those of this society, which is filled first where it is empty; none where it was never a demonstration. */
    static Optional<DemonstrationLogins> of(
            Home home, ApplicationContext society, DemonstrationSize size, Consumer<String> progress) {
        Path file = home.demonstration();
        try {
            Demonstration demonstration = society.getBean(Demonstration.class);
            Path begun = home.keys().resolve(BEGUN);
            if (demonstration.isDue()) {
                Files.writeString(begun, "", UTF_8);
                String text = filled(home, society, size, progress);
                Path aside = Files.createTempFile(home.keys(), "part", "");
                Files.writeString(aside, text, UTF_8);
                Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
                Files.delete(begun);
            } else if (Files.exists(begun) && !Files.exists(file)) {
                throw new DatabaseTrouble("上次建立示范时中断了，登录名还没有建好。请停止运行，删除数据目录 %s，再启动一次。".formatted(home.folder()));
            } else if (size != DemonstrationSize.USUAL) {
                progress.accept("互助会早已建好，--demonstration 不再起作用；要别的规模，请另用一个空的数据目录。");
            }
            society.getBean(TurnedClock.class).letGo();
            return Files.exists(file)
                    ? Optional.of(new DemonstrationLogins(Files.readString(file, UTF_8)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the authenticator of the login is made from; empty where the demonstration has no such login. */
    static Optional<String> secret(Home home, String login) {
        Path file = home.keys().resolve(SECRETS);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file, UTF_8)) {
            return lines.filter(line -> line.startsWith(login + " "))
                    .map(line -> line.substring(login.length() + 1))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String filled(
            Home home, ApplicationContext society, DemonstrationSize size, Consumer<String> progress)
            throws IOException {
        progress.accept("建立示范的互助会……");
        SignIn signIn = society.getBean(SignIn.class);
        Filled filled = society.getBean(Demonstration.class).fill((what, done, all) -> tell(progress, what, done, all));
        FirstPlans.open(society, filled.posts().getFirst().organisation());
        progress.accept("参保、会费和理赔……");
        FirstClaims claims = new FirstClaims(society, filled);
        claims.fileCases();
        enrol(new FirstEnrolments(society, filled), size, progress, claims::fileEveryday);
        claims.approveLast();
        UUID _ = new FirstQuarters(society, filled, size).settle();
        String password =
                "Demo-" + UUID.randomUUID().toString().replace("-", "").substring(0, CHANCE_LETTERS);
        List<String> lines = new ArrayList<>();
        lines.add("示范的互助会：组织 %,d 个，会员 %,d 人，都是虚构的。经办人员登录的密码都是 %s"
                .formatted(filled.organisations(), filled.people(), password));
        List<String> secrets = new ArrayList<>();
        Set<Role> shown = EnumSet.noneOf(Role.class);
        for (Post post : filled.posts()) {
            if (shown.add(post.role()) || OF_TWO.contains(post.role())) {
                signIn.accept(Objects.requireNonNull(filled.invitations().get(post.login())), password, FROM_HERE);
                if (post.role().isGuarded()) {
                    secrets.add(post.login() + " " + secondFactor(signIn, post.login(), password));
                }
                lines.add("  %-12s %s，%s%s"
                        .formatted(
                                post.login(),
                                Texts.say(post.role()),
                                post.organisation().name(),
                                post.role().isGuarded() ? "（要动态口令）" : ""));
            }
        }
        Files.write(home.keys().resolve(SECRETS), secrets, UTF_8);
        lines.add("动态口令这样看：./huzhu user code 登录名");
        lines.add("会员用手机号和短信验证码登录，如 13800000000；短信写在 logs/messages.jsonl。");
        return String.join(System.lineSeparator(), lines);
    }

    private static void enrol(
            FirstEnrolments first,
            DemonstrationSize size,
            Consumer<String> progress,
            Consumer<List<Organisation>> then) {
        switch (size) {
            case USUAL -> first.file(then);
            case DISTRICT -> first.fileDistrict(progress, then);
        }
    }

    /** Turns the second factor on and returns what its codes are made from. */
    private static String secondFactor(SignIn signIn, String login, String password) {
        Session session = signIn.enter(new SignIn.Proof(login, password, Optional.empty(), FROM_HERE))
                .session();
        String secret = signIn.newSecondFactor(session).secret();
        signIn.showCode(session, TimeCodes.code(secret, Instant.now()));
        return secret;
    }

    private static void tell(Consumer<String> progress, String what, int done, int all) {
        if (done % PROGRESS_EVERY == 0 || done == all) {
            progress.accept("  %s %,d/%,d".formatted(what, done, all));
        }
    }
}
