package org.huzhu.operations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.huzhu.access.Role;
import org.huzhu.database.DatabaseTrouble;
import org.huzhu.database.Scope;
import org.huzhu.database.Settings;
import org.huzhu.kernel.Phone;
import org.huzhu.portal.Texts;
import org.huzhu.staff.Account;
import org.huzhu.staff.Operator;
import org.huzhu.staff.Post;
import org.huzhu.staff.StaffDesk.Grant;
import org.huzhu.staff.StaffDesk.Invited;
import org.huzhu.staff.StaffDesk.Person;
import org.huzhu.staff.StaffRefused;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.UnionTree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code huzhu user}: looks after accounts where nobody can sign in who could do it on a page. */
@Command(
        name = "user",
        header = "管理账号：网页上没有人能办的时候，在这台机器上办。",
        description = "所做的事同样记入审计，操作人是 system。",
        mixinStandardHelpOptions = true,
        subcommands = {
            UserCommand.All.class,
            UserCommand.Invite.class,
            UserCommand.Give.class,
            UserCommand.Reset.class,
            UserCommand.Disable.class,
            UserCodeCommand.class
        })
final class UserCommand implements Runnable {

    /** So many organisations are looked at to find the one that is meant. */
    private static final int ALIKE = 20;

    @ParentCommand
    private HuzhuServer huzhu = new HuzhuServer(Settings.ofProcess());

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    HuzhuServer huzhu() {
        return huzhu;
    }

    /** Does the work at the operator's desk, as the society's own doing. */
    private int work(Voice voice, BiFunction<Operator, UnionTree, Runnable> work) {
        try (Rooms rooms = huzhu.rooms(voice)) {
            Scope.ofSystem()
                    .call(() -> work.apply(rooms.get(Operator.class), rooms.get(UnionTree.class)))
                    .run();
            return 0;
        } catch (StaffRefused refusal) {
            throw new DatabaseTrouble(Texts.say("StaffRefused." + refusal.reason()), refusal);
        }
    }

    private static Account known(Operator operator, String login) {
        return operator.find(login).orElseThrow(() -> new DatabaseTrouble("没有登录名为 %s 的账号。".formatted(login)));
    }

    /** The one that is meant; empty for the society as a whole. */
    private static Optional<Organisation> meant(UnionTree tree, Optional<String> name) {
        return name.map(words -> {
            List<Organisation> left = tree.meant(words, ALIKE);
            if (left.size() != 1) {
                throw new DatabaseTrouble("名称或代码是“%s”的组织有 %d 个，要正好一个。请填写完整的名称。".formatted(words, left.size()));
            }
            return left.getFirst();
        });
    }

    private static Runnable handOver(Voice voice, String login, Invited invited) {
        return () -> voice.tell(
                "请把邀请码交给 %s 本人，二十四小时内在 /w/welcome 使用一次：%s".formatted(login, invited.token()),
                Map.of("login", login, "token", invited.token()));
    }

    /** {@code huzhu user list}: who has an account. */
    @Command(name = "list", header = "列出账号和岗位，每次五十个。", mixinStandardHelpOptions = true)
    static final class All implements Callable<Integer> {

        @ParentCommand
        private UserCommand user = new UserCommand();

        @Parameters(arity = "0..1", paramLabel = "查找", description = "登录名或姓名里有这些字的。")
        private String words = "";

        @Option(names = "--after", paramLabel = "登录名", description = "从这个登录名之后开始：上一次列到哪里。")
        private Optional<String> after = Optional.empty();

        @Mixin
        private Voice voice = new Voice();

        @Override
        public Integer call() {
            return user.work(voice, (operator, _) -> {
                operator.accounts(words, after).forEach(account -> tell(account, operator.posts(account.id())));
                return () -> {};
            });
        }

        private void tell(Account account, List<Post> posts) {
            List<String> roles = posts.stream().map(post -> post.role().name()).toList();
            voice.tell(
                    "%-20s %s  %s  %s"
                            .formatted(
                                    account.login(),
                                    account.name(),
                                    Texts.say("AccountState." + account.state()),
                                    String.join(
                                            "、",
                                            posts.stream()
                                                    .map(post -> Texts.say(post.role()))
                                                    .toList())),
                    Map.of(
                            "login", account.login(),
                            "name", account.name(),
                            "state", account.state(),
                            "secondFactor", account.hasSecondFactor(),
                            "roles", roles));
        }
    }

    /** {@code huzhu user invite}: makes an account. */
    @Command(name = "invite", header = "新建账号，给出邀请码。", mixinStandardHelpOptions = true)
    static final class Invite implements Callable<Integer> {

        @ParentCommand
        private UserCommand user = new UserCommand();

        @Parameters(index = "0", paramLabel = "登录名")
        private String login = "";

        @Parameters(index = "1", paramLabel = "姓名")
        private String name = "";

        @Parameters(index = "2", paramLabel = "手机")
        private String phone = "";

        @Option(names = "--organisation", paramLabel = "组织", description = "由哪个组织管理：名称或代码；缺省为整个互助会。")
        private Optional<String> organisation = Optional.empty();

        @Mixin
        private Voice voice = new Voice();

        @Override
        public Integer call() {
            return user.work(voice, (operator, tree) -> {
                String home = meant(tree, organisation).map(Organisation::path).orElse("");
                Person person = new Person(login, name, Phone.parse(phone).digits());
                return handOver(voice, login, operator.invite(person, home));
            });
        }
    }

    /** {@code huzhu user grant}: gives a post. */
    @Command(name = "grant", header = "授予岗位。", mixinStandardHelpOptions = true)
    static final class Give implements Callable<Integer> {

        @ParentCommand
        private UserCommand user = new UserCommand();

        @Parameters(index = "0", paramLabel = "登录名")
        private String login = "";

        @Parameters(index = "1", paramLabel = "岗位", description = "${COMPLETION-CANDIDATES}")
        private Role role = Role.MEMBER;

        @Option(names = "--organisation", paramLabel = "组织", description = "在哪个组织：名称或代码；缺省为整个互助会。")
        private Optional<String> organisation = Optional.empty();

        @Mixin
        private Voice voice = new Voice();

        @Override
        public Integer call() {
            if (!role.isPost()) {
                throw new DatabaseTrouble("会员和家人代办都不是岗位。");
            }
            return user.work(voice, (operator, tree) -> {
                Optional<Organisation> where = meant(tree, organisation);
                operator.grant(new Grant(
                        known(operator, login).id(),
                        role,
                        where.map(Organisation::id),
                        where.map(Organisation::path).orElse(""),
                        Optional.empty()));
                return () ->
                        voice.tell("%s 已是%s。".formatted(login, Texts.say(role)), Map.of("login", login, "role", role));
            });
        }
    }

    /** {@code huzhu user reset}: lets somebody set a new password and a new authenticator. */
    @Command(
            name = "reset",
            aliases = "reset-mfa",
            header = "重置登录：原来的密码和动态口令作废，给出新的邀请码。",
            mixinStandardHelpOptions = true)
    static final class Reset implements Callable<Integer> {

        @ParentCommand
        private UserCommand user = new UserCommand();

        @Parameters(paramLabel = "登录名")
        private String login = "";

        @Mixin
        private Voice voice = new Voice();

        @Override
        public Integer call() {
            return user.work(
                    voice,
                    (operator, _) -> handOver(
                            voice, login, operator.reset(known(operator, login).id())));
        }
    }

    /** {@code huzhu user disable}: lets nobody in with the account any more. */
    @Command(name = "disable", header = "停用账号：立即退出，不能再登录。", mixinStandardHelpOptions = true)
    static final class Disable implements Callable<Integer> {

        @ParentCommand
        private UserCommand user = new UserCommand();

        @Parameters(paramLabel = "登录名")
        private String login = "";

        @Mixin
        private Voice voice = new Voice();

        @Override
        public Integer call() {
            return user.work(voice, (operator, _) -> {
                operator.disable(known(operator, login).id());
                return () -> voice.tell("%s 已停用。".formatted(login), Map.of("login", login, "disabled", true));
            });
        }
    }
}
