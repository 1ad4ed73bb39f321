package org.huzhu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.UUID;
import org.huzhu.crypto.Digests;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;

/** Secrets that hide nothing but still tell one place from another. */
final class PlainSecrets implements Secrets {

    @Override
    public byte[] sealBytes(Field field, UUID row, byte[] clear) {
        String place = field + "|" + row + "|";
        return Base64.getEncoder().encode((place + new String(clear, ISO_8859_1)).getBytes(ISO_8859_1));
    }

    @Override
    public byte[] openBytes(Field field, UUID row, byte[] sealed) {
        String clear = new String(Base64.getDecoder().decode(sealed), ISO_8859_1);
        String place = field + "|" + row + "|";
        if (!clear.startsWith(place)) {
            throw new IllegalStateException("Sealed for another place than " + place);
        }
        return clear.substring(place.length()).getBytes(ISO_8859_1);
    }

    @Override
    public byte[] index(Field field, String normal) {
        return Digests.sm3((field + "|" + normal).getBytes(UTF_8));
    }
}
