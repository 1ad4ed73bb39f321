package org.huzhu.operations;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.huzhu.crypto.TimeCodes;
import org.huzhu.database.DatabaseTrouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code huzhu user code}: what the authenticator of a login of the demonstration shows now. */
@Command(
        name = "code",
        header = "示范用：显示示范账号现在的动态口令。",
        description = "真实的账号用自己手机上的验证器，这里不会显示。",
        mixinStandardHelpOptions = true)
final class UserCodeCommand implements Callable<Integer> {

    @ParentCommand
    private UserCommand user = new UserCommand();

    @Parameters(paramLabel = "登录名")
    private String login = "";

    @Mixin
    private Voice voice = new Voice();

    @Override
    public Integer call() {
        HuzhuServer huzhu = user.huzhu();
        String secret = DemonstrationLogins.secret(huzhu.home(), login)
                .orElseThrow(() -> new DatabaseTrouble("%s 不是示范的互助会里用动态口令的账号。".formatted(login)));
        String code = TimeCodes.code(secret, Instant.now());
        voice.tell(code, Map.of("login", login, "code", code));
        return 0;
    }
}
