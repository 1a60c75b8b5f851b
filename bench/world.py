"""Objects of a benchmark's cluster: hosts, each with one Ingress, one Service and one EndpointSlice."""

import concurrent.futures

HOSTS_A_NAMESPACE = 100


def host(number):
    return f"h{number:05d}.bench.test"


def namespace(number):
    return f"bench-{number // HOSTS_A_NAMESPACE:03d}"


def ingress(number, path="/"):
    name = f"h{number:05d}"
    return {"apiVersion": "networking.k8s.io/v1", "kind": "Ingress", "metadata": {"name": name},
            "spec": {"ingressClassName": "nginx", "rules": [{"host": host(number), "http": {"paths": [
                {"path": path, "pathType": "Prefix",
                 "backend": {"service": {"name": name, "port": {"number": 80}}}}]}}]}}


def service(number):
    return {"apiVersion": "v1", "kind": "Service", "metadata": {"name": f"h{number:05d}"},
            "spec": {"clusterIP": "None", "ports": [{"name": "http", "port": 80, "targetPort": 80}]}}


def endpoint_slice(number, address, port):
    name = f"h{number:05d}"
    return {"apiVersion": "discovery.k8s.io/v1", "kind": "EndpointSlice",
            "metadata": {"name": name, "labels": {"kubernetes.io/service-name": name}}, "addressType": "IPv4",
            "ports": [{"name": "http", "port": port, "protocol": "TCP"}],
            "endpoints": [{"addresses": [address], "conditions": {"ready": True}}]}


def ingress_path(number, name=""):
    return f"/apis/networking.k8s.io/v1/namespaces/{namespace(number)}/ingresses{name}"


def slice_path(number, name=""):
    return f"/apis/discovery.k8s.io/v1/namespaces/{namespace(number)}/endpointslices{name}"


def create_class(connection):
    connection.post("/apis/networking.k8s.io/v1/ingressclasses", {
        "apiVersion": "networking.k8s.io/v1", "kind": "IngressClass", "metadata": {"name": "nginx"},
        "spec": {"controller": "k8s.io/ingress-nginx"}})


def create_hosts(server, numbers, address, port, ingresses=True):
    """Creates hosts, several at a time; without Ingresses only what they need."""
    numbers = list(numbers)
    connection = server.connection()
    for first in sorted({namespace(number) for number in numbers}):
        connection.request("POST", "/api/v1/namespaces", {"metadata": {"name": first}}, expected=(201, 409))
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda part: create_some(server, part, address, port, ingresses),
                      [numbers[start::4] for start in range(4)]))


def create_some(server, numbers, address, port, ingresses):
    connection = server.connection()
    for number in numbers:
        connection.post(f"/api/v1/namespaces/{namespace(number)}/services", service(number))
        connection.post(slice_path(number), endpoint_slice(number, address, port))
        if ingresses:
            connection.post(ingress_path(number), ingress(number))
