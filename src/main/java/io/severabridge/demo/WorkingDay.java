package io.severabridge.demo;

import io.severabridge.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What people do in Severa on the day of the demo, with whatever the load has brought there. */
public final class WorkingDay {
    private static final int NEW_CUSTOMER = 90_001;
    private static final int NEW_PROJECT = 990_001;

    private final Sandbox sandbox;
    private final List<String> done = new ArrayList<>();

    public WorkingDay(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Answers a line for each thing that was done. */
    public List<String> pass() {
        JsonNode customer = first("customers");
        if (customer != null) {
            sandbox.change("customers", guid(customer), "/website", "www.moved.example");
            done.add("customer " + name(customer) + " has another web page");
        }
        JsonNode contact = first("contactpersons");
        if (contact != null) {
            sandbox.change("contactpersons", guid(contact), "/jobTitle", "Managing director");
            done.add("contact " + name(contact) + " is managing director now");
        }
        JsonNode product = first("products");
        if (product != null) {
            sandbox.change("products", guid(product), "/name", "Renamed by somebody");
            done.add("product " + name(product) + " was renamed, although the ERP is its master");
        }
        newCustomer();
        return done;
    }

    private void newCustomer() {
        String customer = sandbox.add("customers", "{\"name\":\"Won AS\",\"number\":" + NEW_CUSTOMER + "}");
        sandbox.add(
                "projects",
                "{\"name\":\"First project\",\"number\":" + NEW_PROJECT + ",\"customer\":{\"guid\":\"" + customer
                        + "\"},\"projectOwner\":{\"guid\":\"" + guid(owner())
                        + "\"},\"salesStatus\":{\"salesStatusTypeGuid\":\"" + status("Won") + "\"}}");
        done.add("customer Won AS is new, with a project that was won");
        sandbox.add("customers", "{\"name\":\"Perhaps AS\",\"number\":" + (NEW_CUSTOMER + 1) + "}");
        done.add("customer Perhaps AS is new, and has no project yet");
    }

    private @org.jspecify.annotations.Nullable JsonNode first(String resource) {
        JsonNode records = sandbox.records(resource);
        return records.isEmpty() ? null : records.get(0);
    }

    /** Somebody who came from the ERP, if anybody did. */
    private JsonNode owner() {
        JsonNode users = sandbox.records("users");
        return users.get(users.size() - 1);
    }

    private String status(String name) {
        for (JsonNode status : sandbox.records("salesstatustypes")) {
            if (status.path("name").asString("").equals(name)) {
                return guid(status);
            }
        }
        throw new IllegalStateException("the sandbox has no sales status " + name);
    }

    private static String guid(JsonNode record) {
        return record.path("guid").asString();
    }

    private static String name(JsonNode record) {
        return record.path("name").asString("");
    }
}
