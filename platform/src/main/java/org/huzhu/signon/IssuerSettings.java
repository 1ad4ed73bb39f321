package org.huzhu.signon;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.huzhu.crypto.KeyTrouble;
import org.springframework.core.env.PropertyResolver;

/**
 * The issuer that the operator named.
 *
 * @param issuer its address, just as it calls itself
 * @param client as what the society is registered there
 * @param secret that proves it to be this client
 * @param back where people are sent back to; empty where it is the address at which they asked
 */
record IssuerSettings(URI issuer, String client, String secret, Optional<URI> back) {

    private static final String ISSUER = "HUZHU_OIDC_ISSUER";
    private static final String CLIENT = "HUZHU_OIDC_CLIENT";
    private static final String SECRET_FILE = "HUZHU_OIDC_SECRET_FILE";
    private static final String RETURN = "HUZHU_OIDC_RETURN";
    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

    /**
     * What the settings say; empty where no issuer is named.
     *
     * @throws KeyTrouble if something else is missing
     */
    static Optional<IssuerSettings> of(PropertyResolver settings) {
        return get(settings, ISSUER)
                .map(issuer -> new IssuerSettings(
                        address(ISSUER, issuer),
                        get(settings, CLIENT).orElseThrow(() -> missing(CLIENT)),
                        secret(get(settings, SECRET_FILE).orElseThrow(() -> missing(SECRET_FILE))),
                        get(settings, RETURN).map(back -> address(RETURN, back))));
    }

    private static Optional<String> get(PropertyResolver settings, String name) {
        return Optional.ofNullable(settings.getProperty(name)).filter(value -> !value.isBlank());
    }

    private static KeyTrouble missing(String name) {
        return new KeyTrouble("用了单点登录（%s），还要设环境变量 %s，见 docs/server.md。".formatted(ISSUER, name));
    }

    /** Only over TLS, or on this machine, where it is tried out. */
    private static URI address(String name, String text) {
        URI address = URI.create(text.strip());
        boolean isHere = HERE.contains(String.valueOf(address.getHost()));
        if (!"https".equals(address.getScheme()) && !isHere) {
            throw new KeyTrouble("%s 是 %s，必须以 https:// 开头。".formatted(name, text));
        }
        return address;
    }

    private static String secret(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new KeyTrouble("%s 所指的文件 %s 不能读取。请检查路径和权限。".formatted(SECRET_FILE, file), e);
        }
    }

    @Override
    public String toString() {
        return "IssuerSettings[%s, %s]".formatted(issuer, client);
    }
}
