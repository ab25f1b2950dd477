package io.severabridge.reference;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Codes and the GUIDs of Severa's records that have them. A GUID without a code stands for itself. */
public final class CodeBook {
    private final Map<String, String> guidByCode;
    private final Map<String, String> codeByGuid = new HashMap<>();

    public CodeBook(Map<String, String> guidByCode) {
        this.guidByCode = Map.copyOf(guidByCode);
        guidByCode.forEach((code, guid) -> codeByGuid.put(guid, code));
    }

    /** Null where Severa has no record of that code. */
    public @Nullable String guid(String codeOrGuid) {
        return codeByGuid.containsKey(codeOrGuid) ? codeOrGuid : guidByCode.get(codeOrGuid);
    }

    /** The code of a GUID; the GUID itself where it has none, so that it is kept. */
    public @Nullable String code(@Nullable String guid) {
        return guid == null ? null : codeByGuid.getOrDefault(guid, guid);
    }

    @Override
    public String toString() {
        return new TreeMap<>(guidByCode).toString();
    }
}
