package org.huzhu;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.UUID;
import org.huzhu.crypto.Digests;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;

/** Secrets that hide nothing but still tell one place from another. */
final class PlainSecrets implements Secrets {

    @Override
    public byte[] seal(Field field, UUID row, String clear) {
        return Base64.getEncoder().encode((field + "|" + row + "|" + clear).getBytes(UTF_8));
    }

    @Override
    public String open(Field field, UUID row, byte[] sealed) {
        String clear = new String(Base64.getDecoder().decode(sealed), UTF_8);
        String place = field + "|" + row + "|";
        if (!clear.startsWith(place)) {
            throw new IllegalStateException("Sealed for another place than " + place);
        }
        return clear.substring(place.length());
    }

    @Override
    public byte[] index(Field field, String normal) {
        return Digests.sm3((field + "|" + normal).getBytes(UTF_8));
    }
}
