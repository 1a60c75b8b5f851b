package main

import (
	"encoding/binary"
	"fmt"
	"net"
	"os"
	"strings"
	"time"

	"golang.org/x/net/dns/dnsmessage"
)

const patience = 5 * time.Second

var types = map[string]dnsmessage.Type{"A": dnsmessage.TypeA, "AAAA": dnsmessage.TypeAAAA, "PTR": dnsmessage.TypePTR,
	"SRV": dnsmessage.TypeSRV, "TXT": dnsmessage.TypeTXT, "CNAME": dnsmessage.TypeCNAME, "SOA": dnsmessage.TypeSOA}

type query struct {
	name, kind string
	chaos      bool // of the class in which servers tell about themselves
}

type reply struct {
	Code    string   `json:"code"`
	Answers []string `json:"answers"`
}

// server is the first one that the pod was configured with.
func server() (string, error) {
	text, err := os.ReadFile("/etc/resolv.conf")
	if err != nil {
		return "", err
	}
	for _, line := range strings.Split(string(text), "\n") {
		if words := strings.Fields(line); len(words) > 1 && words[0] == "nameserver" {
			return net.JoinHostPort(words[1], "53"), nil
		}
	}
	return "", fmt.Errorf("/etc/resolv.conf names no server: %s", text)
}

// ask sends one query from a port of its own, as resolvers do, and never again: a query that gets no answer is an error.
func ask(server string, about query, id uint16) (reply, error) {
	packed, err := about.pack(id)
	if err != nil {
		return reply{}, err
	}
	socket, err := net.Dial("udp", server)
	if err != nil {
		return reply{}, err
	}
	defer socket.Close()
	socket.SetDeadline(time.Now().Add(patience))
	if _, err := socket.Write(packed); err != nil {
		return reply{}, err
	}
	packet := make([]byte, 65536)
	for {
		n, err := socket.Read(packet)
		if err != nil {
			return reply{}, err
		}
		if n >= 12 && binary.BigEndian.Uint16(packet) == id {
			return parse(packet[:n])
		}
	}
}

func (q query) pack(id uint16) ([]byte, error) {
	kind, known := types[q.kind]
	if !known {
		return nil, fmt.Errorf("no type %s", q.kind)
	}
	full, err := dnsmessage.NewName(strings.TrimSuffix(q.name, ".") + ".")
	if err != nil {
		return nil, err
	}
	class := dnsmessage.ClassINET
	if q.chaos {
		class = dnsmessage.ClassCHAOS
	}
	message := dnsmessage.Message{Header: dnsmessage.Header{ID: id, RecursionDesired: true},
		Questions: []dnsmessage.Question{{Name: full, Type: kind, Class: class}}}
	return message.Pack()
}

func parse(packet []byte) (reply, error) {
	var message dnsmessage.Message
	if err := message.Unpack(packet); err != nil {
		return reply{}, err
	}
	answers := []string{}
	for _, record := range message.Answers {
		answers = append(answers, text(record.Body))
	}
	return reply{code(message.RCode), answers}, nil
}

// code is the name that people write, such as NXDOMAIN.
func code(code dnsmessage.RCode) string {
	switch code {
	case dnsmessage.RCodeSuccess:
		return "NOERROR"
	case dnsmessage.RCodeFormatError:
		return "FORMERR"
	case dnsmessage.RCodeServerFailure:
		return "SERVFAIL"
	case dnsmessage.RCodeNameError:
		return "NXDOMAIN"
	case dnsmessage.RCodeNotImplemented:
		return "NOTIMP"
	case dnsmessage.RCodeRefused:
		return "REFUSED"
	}
	return fmt.Sprintf("RCODE%d", code)
}

func text(body dnsmessage.ResourceBody) string {
	switch record := body.(type) {
	case *dnsmessage.AResource:
		return net.IP(record.A[:]).String()
	case *dnsmessage.AAAAResource:
		return net.IP(record.AAAA[:]).String()
	case *dnsmessage.PTRResource:
		return record.PTR.String()
	case *dnsmessage.CNAMEResource:
		return record.CNAME.String()
	case *dnsmessage.SRVResource:
		return fmt.Sprintf("%s:%d", record.Target, record.Port)
	case *dnsmessage.TXTResource:
		return strings.Join(record.TXT, "")
	}
	return body.GoString()
}
