package org.huzhu.operations.bench;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huzhu.staff.MemberSignIn;

/** Messages to phones that are not there: their codes can be read here. */
final class Codes implements MemberSignIn.Messages {

    private static final Pattern CODE = Pattern.compile("验证码 (\\d{6})");

    private final Map<String, String> last = new ConcurrentHashMap<>();

    @Override
    public void send(String phone, String text) {
        Matcher code = CODE.matcher(text);
        if (code.find()) {
            last.put(phone, code.group(1));
        }
    }

    /** The last code that the phone was sent. */
    String of(String phone) {
        return Optional.ofNullable(last.get(phone)).orElseThrow();
    }
}
