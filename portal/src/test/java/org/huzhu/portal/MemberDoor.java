package org.huzhu.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huzhu.database.Home;
import org.huzhu.staff.MemberSignIn;
import org.huzhu.staff.Session;

/** Opens sessions for members, with the codes that were sent to their phones. */
final class MemberDoor {

    private final MemberSignIn signIn;
    private final Home home;

    MemberDoor(MemberSignIn signIn, Home home) {
        this.signIn = signIn;
        this.home = home;
    }

    Session.Opened open(String phone, String address) {
        signIn.ask(phone, address);
        return signIn.enter(phone, lastCode(phone), address);
    }

    /** The code of the last message to the phone. */
    String lastCode(String phone) {
        try {
            Matcher codes = Pattern.compile("\"" + phone + "\".*验证码 (\\d{6})")
                    .matcher(Files.readString(home.logs().resolve("messages.jsonl"), UTF_8));
            String last = "";
            while (codes.find()) {
                last = codes.group(1);
            }
            return last;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
