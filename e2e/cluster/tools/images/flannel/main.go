// flannel stands in for flanneld where the kernel has no vxlan: it reads the same file and the same object, and refuses to run for
// the same reasons, but touches no network. It reads /etc/kube-flannel/net-conf.json once, at its start, and the range of the node
// in NODE_NAME from the API server. It ends with 1, as flanneld does, when Network does not contain that range or when the
// backend is one that the kernel cannot do; else it is ready (/healthz on port 8090).
package main

import (
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"net/netip"
	"os"
	"time"
)

const (
	account = "/var/run/secrets/kubernetes.io/serviceaccount/"
	file    = "/etc/kube-flannel/net-conf.json"
)

type netConf struct {
	Network string
	Backend struct{ Type string }
}

func (conf netConf) accepts(node string) error {
	network, err := netip.ParsePrefix(conf.Network)
	if err != nil {
		return err
	}
	leased, err := netip.ParsePrefix(node)
	if err != nil {
		return err
	}
	if !network.Contains(leased.Addr()) || network.Bits() > leased.Bits() {
		return fmt.Errorf("failed to acquire lease: subnet %q specified in the flannel net config doesn't contain %q PodCIDR", network, leased)
	}
	switch conf.Backend.Type {
	case "vxlan", "host-gw", "alloc":
		return nil
	}
	return fmt.Errorf("could not create a %s interface: operation not supported", conf.Backend.Type)
}

// podCIDR asks the API server, as flannel's kube subnet manager does.
func podCIDR() (string, error) {
	authority, err := os.ReadFile(account + "ca.crt")
	if err != nil {
		return "", err
	}
	token, err := os.ReadFile(account + "token")
	if err != nil {
		return "", err
	}
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(authority)
	client := http.Client{Timeout: 10 * time.Second, Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots}}}
	url := fmt.Sprintf("https://%s:%s/api/v1/nodes/%s", os.Getenv("KUBERNETES_SERVICE_HOST"), os.Getenv("KUBERNETES_SERVICE_PORT"),
		os.Getenv("NODE_NAME"))
	request, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return "", err
	}
	request.Header.Set("Authorization", "Bearer "+string(token))
	response, err := client.Do(request)
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	var node struct{ Spec struct{ PodCIDR string } }
	if err := json.NewDecoder(response.Body).Decode(&node); err != nil {
		return "", err
	}
	if response.StatusCode != http.StatusOK || node.Spec.PodCIDR == "" {
		return "", errors.New(url + ": " + response.Status + ", no podCIDR")
	}
	return node.Spec.PodCIDR, nil
}

func main() {
	text, err := os.ReadFile(file)
	if err != nil {
		log.Fatal(err)
	}
	var conf netConf
	if err := json.Unmarshal(text, &conf); err != nil {
		log.Fatal(err)
	}
	node, err := podCIDR()
	if err != nil {
		log.Fatal(err)
	}
	if err := conf.accepts(node); err != nil {
		log.Fatal(err)
	}
	log.Printf("running for %s in %s with %s", node, conf.Network, conf.Backend.Type)
	http.HandleFunc("/healthz", func(http.ResponseWriter, *http.Request) {})
	log.Fatal(http.ListenAndServe(":8090", nil))
}
